import type { Site } from '../../platform/http/site.ts'
import type { Job } from '../../platform/jobs/scheduler.ts'
import { feedbackRoutes } from './routes.ts'
import { feedbackJobs } from './jobs.ts'

export function routes(site: Site): void {
  feedbackRoutes(site)
}

export const jobs: readonly Job[] = feedbackJobs
