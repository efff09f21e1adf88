import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { writtenFields } from '../record.ts'
import { again, equal, parts, useful } from '../rules.ts'

const event = () => fields.reference('events', 'The event')
const chance = 'Chance letters that lead to nobody'

/** Feedback could tell of single people, so it leaves only when it is asked for by name. */
export const feedbackSections: Section[] = [
  section('feedback', {
    table: 'feedback_forms',
    says: 'When the feedback form of an event was open',
    fields: {
      event: event(),
      openedAt: fields.instant('When it was opened', { otherwise: 'now' }),
      openedBy: fields.doer('Who opened it'),
      closedAt: fields.instant('When it was closed', maybe),
      closedBy: fields.doer('Who closed it'),
    },
    unique: [['event']],
    inTime: [['openedAt', 'closedAt']],
  }),
  section('feedbackGiven', {
    table: 'feedback_given',
    says: 'Who has answered, never what',
    agrees: [['attendee.event', 'event']],
    fields: { event: event(), attendee: fields.reference('attendees', 'Who') },
    unique: [['event', 'attendee']],
    withheld: 'feedback',
  }),
  section('feedbackAnswers', {
    table: 'feedback_answers',
    says: 'What was said of the day, never by whom',
    fields: {
      id: fields.id(chance),
      event: event(),
      useful: fields.choice(useful, 'How useful the day was', maybe),
      equal: fields.choice(equal, 'Whether they could take part as an equal', maybe),
      again: fields.choice(again, 'Whether they would come again', maybe),
      ...writtenFields.section,
      team: fields.reference('teams', 'The team, where they said it', maybe),
      part: fields.choice(parts, 'As what they came, where they said it', maybe),
    },
    withheld: 'feedback',
  }),
  section('feedbackContacts', {
    table: 'feedback_contacts',
    says: 'Who asked to be contacted after the day',
    fields: {
      id: fields.id(chance),
      event: event(),
      name: fields.text('Their name'),
      how: fields.text('How to reach them'),
      about: fields.text('What about', maybe),
    },
    withheld: 'feedback',
  }),
]
