import type { Holding } from '../../platform/slice.ts'
import { contactsAt, forgetContactsAt, hasAnswered } from './store/answers.ts'

/** The feedback that somebody gave, without their answers, and the feedback in which they asked to be contacted. */
export const feedbackGiven: Holding = {
  ofAttendance: async (db, { network_id, event_id, id }) => ({
    gaveFeedback: await hasAnswered(db, network_id, event_id, id),
  }),
  ofPerson: async (db, { email }) => ({
    contacts: (email ? await contactsAt(db, email) : []).map(
      ({ network_id, event_id, name, how, about }) => ({
        network: network_id,
        event: event_id,
        name,
        how,
        about,
      }),
    ),
  }),
  erase: async (tx, { email }) => {
    if (email) await forgetContactsAt(tx, email)
  },
  erases: ['feedback_contacts'],
}
