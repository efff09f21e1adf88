import type { Site } from '../../platform/http/site.ts'
import type { Job } from '../../platform/jobs/scheduler.ts'
import { removingJobs } from './jobs.ts'
import { removingRoutes } from './routes.ts'

export function routes(site: Site): void {
  removingRoutes(site)
}

export const jobs: readonly Job[] = removingJobs
