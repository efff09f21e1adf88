import type { Site } from '../../platform/http/site.ts'
import type { Job } from '../../platform/jobs/scheduler.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { signUpRoutes } from './routes/sign-up.ts'
import { enteringRoutes } from './routes/entering.ts'
import { ownSignUpRoutes } from './routes/own.ts'
import { attendeeRoutes } from './routes/organising.ts'
import { signUpLetters } from './mail.ts'
import { signUpJobs } from './jobs.ts'

export function routes(site: Site): void {
  signUpRoutes(site)
  enteringRoutes(site)
  ownSignUpRoutes(site)
  attendeeRoutes(site)
}

export const letters: readonly LetterKind[] = signUpLetters

export const jobs: readonly Job[] = signUpJobs
