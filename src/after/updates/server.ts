import type { Site } from '../../platform/http/site.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { updateCards } from './cards.ts'
import { updateJobs } from './jobs.ts'
import { updateLetters } from './mail.ts'
import { updateRoutes } from './routes.ts'

export function routes(site: Site): void {
  updateRoutes(site)
}

export const letters: readonly LetterKind[] = updateLetters

export const jobs = updateJobs

export const cards = updateCards
