import { choice, day, record, text, whole, type ColumnsOf } from '../../platform/form/record.ts'
import { stillNames } from './rules/checks.ts'
import { scoreNames } from './rules/score.ts'

const noNames = 'Everyone can read this. No patient may be recognised, and no person is named.'

/** A move on the ladder: its day, and the proof or the reason that its stage asks for. */
export const moved = record({
  onDay: day({
    label: 'On which day did it come to this?',
    called: 'The day',
    missing: 'Enter the day on which it came to this',
    says: 'The day on which it came to this stage',
  }),
  evidence: text({
    label: 'What shows it?',
    hint: noNames,
    called: 'What shows it',
    most: 1000,
    rows: 3,
    sometimes: true,
    says: 'What shows that it came to this stage',
  }),
  source: text({
    label: 'Where can that be seen?',
    hint: 'A chart, an audit, minutes, a person’s role',
    called: 'Where that can be seen',
    most: 300,
    sometimes: true,
    says: 'Where that can be seen',
  }),
  reason: text({
    label: 'Why?',
    hint: noNames,
    called: 'The reason',
    most: 1000,
    rows: 3,
    sometimes: true,
    says: 'Why it moved back or left the ladder',
  }),
})

/** Whose way of doing it was taken up, and what became of it. */
export const lineage = record({
  kept: text({
    label: 'What did you keep?',
    called: 'What you kept',
    most: 500,
    rows: 2,
    says: 'What was kept of it',
  }),
  changed: text({
    label: 'What did you change?',
    called: 'What you changed',
    most: 500,
    rows: 2,
    says: 'What was changed of it',
  }),
})

const seenNames = {
  said: 'The team says so',
  observed: 'Somebody from outside the team has seen it',
} as const

/** The core parts of the idea, each on a line: those in use here, and those that are not. */
export const fidelity = record({
  inUse: text({
    label: 'Core parts that are in use here',
    hint: 'Each on a line of its own. A core part is one without which it would not do what it is for.',
    called: 'The parts in use',
    most: 2000,
    rows: 5,
    says: 'The core parts in use, each on a line',
  }),
  notInUse: text({
    label: 'Core parts that are not in use here',
    hint: 'Each on a line of its own. Leave out those that cannot apply to you.',
    called: 'The parts not in use',
    most: 2000,
    rows: 4,
    says: 'The core parts that apply and are not in use, each on a line',
  }),
  seenHow: choice(seenNames, {
    label: 'How is that known?',
    missing: 'Choose how that is known',
    says: 'How that is known',
    unrecorded: true,
  }),
})

const mostPeople = 10_000_000
const wrong = 'Enter a whole number, such as 40'

/** How many receive it, of how many for whom it is meant. */
export const reach = record({
  reached: whole({
    label: 'How many people received it?',
    least: 0,
    most: mostPeople,
    width: 5,
    missing: 'Enter how many people received it',
    wrong,
    unrecorded: true,
    says: 'How many people received it',
  }),
  eligible: whole({
    label: 'Of how many for whom it is meant?',
    hint: 'In the same weeks or months',
    least: 1,
    most: mostPeople,
    width: 5,
    missing: 'Enter for how many it is meant',
    wrong: 'Enter a whole number of at least 1',
    unrecorded: true,
    says: 'For how many it is meant',
  }),
  countedOn: day({
    label: 'Counted up to which day?',
    called: 'The day of the count',
    missing: 'Enter the day up to which you counted',
    unrecorded: true,
    says: 'The day up to which that was counted',
  }),
})

const lookMost = 500

/** A repeated look at the context: ninety seconds, beginning from what stood there before. */
export const look = record({
  different: text({
    label: 'What is different here, now?',
    hint: 'People, place, time, computers: what has changed since you last looked',
    called: 'What is different',
    most: lookMost,
    rows: 2,
    says: 'What is different where the team is',
  }),
  keep: text({
    label: 'Keep',
    hint: 'What works with us as it is?',
    called: 'What you keep',
    most: lookMost,
    rows: 2,
    says: 'What the team keeps',
  }),
  change: text({
    label: 'Change',
    hint: 'What do we do differently? What is new here becomes an adaptation.',
    called: 'What you change',
    most: lookMost,
    rows: 2,
    says: 'What it changes',
  }),
  leaveOut: text({
    label: 'Leave out',
    hint: 'What do we not need?',
    called: 'What you leave out',
    most: lookMost,
    rows: 2,
    says: 'What it leaves out',
  }),
})

/** A change of the way in which it is done, in five short answers. */
export const adaptation = record({
  what: text({
    label: 'What do you do differently?',
    most: 500,
    missing: 'Enter what you do differently',
    rows: 2,
    says: 'What is done differently',
  }),
  onDay: day({
    label: 'Since when?',
    called: 'The day',
    missing: 'Enter since when',
    says: 'Since which day',
  }),
  planned: choice(
    { planned: 'We meant to', drift: 'It came about by itself' },
    { label: 'Was it planned?', missing: 'Choose if it was planned', says: 'If it was planned' },
  ),
  keeps: choice(
    { yes: 'Yes', partly: 'In part', no: 'No', unknown: 'We do not know yet' },
    {
      label: 'Does it still do what the idea is for?',
      missing: 'Choose if it still does what the idea is for',
      says: 'If it still does what the idea is for',
    },
  ),
  why: text({ label: 'Why?', most: 500, called: 'The reason', rows: 2, says: 'Why' }),
})

/** The answer to a check after adoption. */
export const checked = record({
  still: choice(stillNames, {
    label: 'Is it still in use?',
    missing: 'Choose if it is still in use',
    says: 'If it is still in use',
  }),
  evidence: text({
    label: 'What shows it?',
    called: 'What shows it',
    most: 500,
    rows: 2,
    says: 'What shows it',
  }),
  note: text({
    label: 'Anything to know?',
    hint: noNames,
    called: 'The note',
    most: 500,
    rows: 2,
    says: 'A note',
  }),
})

/** The progress score that people give. */
export const scored = record({
  score: choice(scoreNames, {
    label: 'Where does it stand?',
    missing: 'Choose a score',
    says: 'The score, from 0.5 to 5',
  }),
  why: text({
    label: 'Why this one?',
    most: 500,
    missing: 'Enter why this one',
    rows: 2,
    says: 'Why it was given',
  }),
  link: text({
    label: 'Where can that be seen?',
    hint: 'A web address or a few words',
    called: 'Where that can be seen',
    most: 500,
    says: 'Where that can be seen',
  }),
})

export type MoveColumns = ColumnsOf<typeof moved>
export type LookColumns = ColumnsOf<typeof look>
export type AdaptationColumns = ColumnsOf<typeof adaptation>
export type CheckColumns = ColumnsOf<typeof checked>
export type ScoreColumns = ColumnsOf<typeof scored>
export type AdoptionColumns = ColumnsOf<typeof lineage> & ColumnsOf<typeof fidelity> & ColumnsOf<typeof reach>
