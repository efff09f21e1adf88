import { arrivalOf, arrivalsSeenBefore } from '../../before/networks/store/arrivals.ts'
import { every, type Job } from '../../platform/jobs/scheduler.ts'
import { orThrow } from '../../platform/store/store.ts'
import { takeAwayArrival } from './commands.ts'

const minutesLeft = 30

/** Takes away an import left half-way, some rows at a time, when nobody has gone on with it for half an hour. */
export const movingJobs: Job[] = [
  every(600, 'arrivals', async ({ db, dispatch, now }) => {
    const moment = new Date(Date.parse(now()) - minutesLeft * 60_000).toISOString()
    for (const { network_id: network } of await arrivalsSeenBefore(db, moment)) {
      for (let [part, more] = [0, true]; more; part += 1) {
        const there = await arrivalOf(db, network)
        if (!there) break
        const { arrival, step } = there
        more = orThrow(await dispatch(takeAwayArrival, { network, arrival, step }, `${network} ${part}`)).more
      }
    }
  }),
]
