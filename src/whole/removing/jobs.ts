import { every, type Job } from '../../platform/jobs/scheduler.ts'
import { forgetRemoved } from './commands.ts'
import { goneSince } from './rules.ts'
import { anyRemovedBefore } from './store.ts'

/** After a week things taken away are gone for good. */
export const removingJobs: Job[] = [
  every(3600, 'what was taken away', async ({ db, dispatch, now }) => {
    if (await anyRemovedBefore(db, goneSince(now()))) await dispatch(forgetRemoved, {})
  }),
]
