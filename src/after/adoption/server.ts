import type { Site } from '../../platform/http/site.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { adoptionCards } from './cards.ts'
import { adoptionLetters } from './mail.ts'
import { adoptionRoutes } from './routes/adoption.ts'
import { checksToAnswer } from './todo.ts'

export function routes(site: Site): void {
  adoptionRoutes(site)
}

export const cards = adoptionCards

export const letters: readonly LetterKind[] = adoptionLetters

export const todo = [checksToAnswer]
