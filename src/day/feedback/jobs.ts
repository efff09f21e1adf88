import { eventById } from '../../before/events/store.ts'
import { every, type Job } from '../../platform/jobs/scheduler.ts'
import { closeFeedback } from './commands.ts'
import { openForms } from './store/answers.ts'

const openDays = 14

/** A form that nobody closes is closed two weeks after the day, so that its answers can be read and joined to nobody. */
export const feedbackJobs: Job[] = [
  every(6 * 3600, 'feedback', async ({ db, dispatch, now }) => {
    const last = new Date(Date.parse(now()) - openDays * 86_400_000).toISOString().slice(0, 10)
    for (const { network_id: network, event_id: event } of await openForms(db)) {
      const held = await eventById(db, network, event)
      if (held && held.on_day < last) await dispatch(closeFeedback, { network, event }, `${network}/${event}`)
    }
  }),
]
