import type { Site } from '../../platform/http/site.ts'
import type { Job } from '../../platform/jobs/scheduler.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { peopleRoutes } from './routes.ts'
import { peopleLetters } from './mail.ts'
import { peopleJobs } from './jobs.ts'

export function routes(site: Site): void {
  peopleRoutes(site)
}

export const letters: readonly LetterKind[] = peopleLetters

export const jobs: readonly Job[] = peopleJobs
