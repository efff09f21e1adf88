import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { actionFields, decisionFields, questionFields, replyFields } from '../record.ts'

const meeting = () => fields.reference('reviews', 'The meeting')

export const reviewSections: Section[] = [
  section('reviewSeries', {
    table: 'review_series',
    says: 'How the six-weekly meetings are set up',
    fields: {
      id: fields.id(),
      firstOn: fields.day('The day of the first meeting'),
      localTime: fields.text('When it begins on the clock, HH:MM'),
      minutes: fields.number('How long it lasts'),
      everyWeeks: fields.number('Weeks between meetings', { otherwise: 6 }),
      months: fields.number('For how many months', { otherwise: 12 }),
      place: fields.text('Where', maybe),
      link: fields.text('The link to the video call', maybe),
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
    },
  }),
  section('reviews', {
    says: 'The six-weekly meetings, before and after an event',
    taken: ['series', 'calendar'],
    inTime: [['startsAt', 'endsAt']],
    onDay: [['startsAt', 'onDay']],
    fields: {
      id: fields.id(),
      series: fields.reference('reviewSeries', 'The series it is one of', maybe),
      onDay: fields.day('Its day'),
      startsAt: fields.instant('When it begins'),
      endsAt: fields.instant('When it ends'),
      movedFrom: fields.day('The bank holiday it was moved from', maybe),
      place: fields.text('Where', maybe),
      link: fields.text('The link to the video call', maybe),
      sequence: fields.number('How often it was changed, for calendars', { otherwise: 0 }),
      notes: fields.text('Notes', maybe),
      editedAt: fields.instant('When it was changed by itself', maybe),
      heldAt: fields.instant('When it was recorded as held', maybe),
      heldBy: fields.doer('Who recorded it as held'),
      cancelledAt: fields.instant('When it was cancelled', maybe),
      cancelledBy: fields.doer('Who cancelled it'),
      createdAt: fields.instant('When the record was begun', { otherwise: 'now' }),
    },
  }),
  section('reviewQuestions', {
    called: ['question for a meeting', 'questions for meetings'],
    table: 'review_questions',
    says: 'What teams asked senior leaders, the board or the QI team at a meeting',
    fields: {
      id: fields.id(),
      review: meeting(),
      team: fields.reference('teams', 'Who asks', maybe),
      toWhom: fields.choice(['senior_leaders', 'board', 'qi_team'], 'Who is asked'),
      ...questionFields.section,
      askedAt: fields.instant('When it was asked', { otherwise: 'now' }),
      ...replyFields.section,
      answeredAt: fields.instant('When it was answered', maybe),
    },
  }),
  section('reviewDecisions', {
    table: 'review_decisions',
    searched: decisionFields.searched,
    says: 'What was decided at a meeting',
    fields: {
      id: fields.id(),
      review: meeting(),
      ...decisionFields.section,
      decidedAt: fields.instant('When it was recorded', { otherwise: 'now' }),
    },
  }),
  section('actions', {
    says: 'What somebody took on at a meeting',
    fields: {
      id: fields.id(),
      review: meeting(),
      ...actionFields.section,
      madeAt: fields.instant('When it was recorded', { otherwise: 'now' }),
      completedAt: fields.instant('When it was done', maybe),
    },
  }),
  section('reviewAttendance', {
    called: ['person in the minutes of a meeting', 'people in the minutes of meetings'],
    table: 'review_attendance',
    says: 'Who was at a meeting',
    fields: {
      id: fields.id(),
      review: meeting(),
      name: fields.text('Who came, in words', { otherwise: '' }),
      part: fields.choice(['team', 'senior_leader', 'board', 'qi_team'], 'What they are there for'),
      team: fields.reference('teams', 'Of which team', maybe),
      present: fields.number('1 when they were there, 0 when not'),
    },
  }),
]
