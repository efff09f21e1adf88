import type { Site } from '../../platform/http/site.ts'
import type { Job } from '../../platform/jobs/scheduler.ts'
import { movingJobs } from './jobs.ts'
import { movingRoutes } from './routes.ts'

export function routes(site: Site): void {
  movingRoutes(site)
}

export const jobs: readonly Job[] = movingJobs
