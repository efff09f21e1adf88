import { allNetworks } from '../../before/networks/store/networks.ts'
import { every, type Job } from '../../platform/jobs/scheduler.ts'
import { reviewsOf } from '../reviews/store/meetings.ts'
import { remindTeams } from './commands.ts'
import { toRemindOf } from './rules.ts'

const hour = 3600

/** A week before a meeting, each lead is asked for two sentences. */
export const updateJobs: Job[] = [
  every(hour, 'updates for the next meeting', async ({ db, dispatch, now }) => {
    for (const { id: network } of await allNetworks(db))
      if (toRemindOf(await reviewsOf(db, network), now())) await dispatch(remindTeams, { network }, network)
  }),
]
