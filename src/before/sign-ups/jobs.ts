import { every, type Job } from '../../platform/jobs/scheduler.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { tellChange } from './commands/telling.ts'
import { dueChanges } from './store/changes.ts'

/** Tells people of an event that has changed, once nobody has gone on changing it for a while. */
export const signUpJobs: Job[] = [
  every(60, 'changed events', async ({ db, dispatch, now }) => {
    for (const { network_id: network, event_id: event } of await dueChanges(db, now()))
      for (let part = 1; ; part += 1) {
        const told = await dispatch(tellChange, { network, event }, `${network}/${event}/${part}`)
        if (isRefusal(told) || !told.more) break
      }
  }),
]
