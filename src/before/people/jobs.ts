import { every, type Job } from '../../platform/jobs/scheduler.ts'
import { forgetOldLinks } from './commands.ts'

const day = 24 * 60 * 60

export const peopleJobs: Job[] = [
  every(day, 'old sign-in links', async ({ dispatch }) => {
    await dispatch(forgetOldLinks, {})
  }),
]
