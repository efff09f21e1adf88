import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { adaptation, checked, fidelity, lineage, look, moved, reach, scored } from '../record.ts'
import { stages } from '../rules/ladder.ts'
import { partWords } from '../rules/progress.ts'

const itsAdoption = fields.reference('adoptions', 'The team and idea that it is about')

export const adoptionSections: Section[] = [
  section('adoptions', {
    says: 'How far each team has come with each idea',
    called: ['record of adoption', 'records of adoption'],
    unique: [['idea', 'team']],
    fields: {
      id: fields.id(),
      idea: fields.reference('ideas', 'The idea'),
      team: fields.reference('teams', 'The team that takes it up'),
      stage: fields.choice(stages, 'The stage of the ladder at which it stands'),
      stageOn: fields.day('The day on which it came to that stage'),
      done: fields.choices(partWords, 'The parts of the stages that are done', { otherwise: '' }),
      fromTeam: fields.reference('teams', 'The team whose way of doing it was taken up', maybe),
      ...lineage.section,
      ...fidelity.section,
      ...reach.section,
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
      updatedAt: fields.instant('When anything of it was last recorded', { otherwise: 'now' }),
    },
  }),
  section('adoptionMoves', {
    table: 'adoption_moves',
    says: 'The moves of teams on the ladder, with what shows each',
    fields: {
      id: fields.id(),
      adoption: itsAdoption,
      stage: fields.choice(stages, 'The stage to which it moved'),
      ...moved.section,
      cycle: fields.reference('cycles', 'The finished test that shows it', maybe),
      movedAt: fields.instant('When that was recorded', { otherwise: 'now' }),
      movedBy: fields.doer('Who recorded it'),
      undoneAt: fields.instant('When it was taken back', maybe),
      undoneBy: fields.doer('Who took it back'),
    },
    inTime: [['movedAt', 'undoneAt']],
  }),
  section('contextLooks', {
    table: 'context_looks',
    says: 'Repeated looks of teams at the place where an idea is to work',
    fields: {
      id: fields.id(),
      adoption: itsAdoption,
      ...look.section,
      lookedAt: fields.instant('When it was written', { otherwise: 'now' }),
      lookedBy: fields.doer('Who wrote it'),
    },
  }),
  section('adaptations', {
    says: 'Changes of the way in which an idea is done, each in five short answers',
    fields: {
      id: fields.id(),
      adoption: itsAdoption,
      look: fields.reference('contextLooks', 'The look at the context from which it came', maybe),
      ...adaptation.section,
      addedAt: fields.instant('When it was recorded', { otherwise: 'now' }),
      addedBy: fields.doer('Who recorded it'),
      removedAt: fields.instant('When it was taken away', maybe),
    },
    agrees: [['look.adoption', 'adoption']],
  }),
  section('adoptionChecks', {
    table: 'adoption_checks',
    says: 'Answers, months after a change was adopted, if it is still in use',
    unique: [['move', 'months']],
    fields: {
      id: fields.id(),
      adoption: itsAdoption,
      move: fields.reference('adoptionMoves', 'The move to adopted that it follows'),
      months: fields.number('After so many months: 3, 6 or 12'),
      ...checked.section,
      answeredAt: fields.instant('When it was answered', { otherwise: 'now' }),
      answeredBy: fields.doer('Who answered it'),
    },
    agrees: [['move.adoption', 'adoption']],
  }),
  section('progressScores', {
    table: 'progress_scores',
    says: 'Progress scores that people gave, with their history',
    fields: {
      id: fields.id(),
      adoption: itsAdoption,
      ...scored.section,
      setAt: fields.instant('When it was given', { otherwise: 'now' }),
      setBy: fields.doer('Who gave it'),
    },
  }),
]
