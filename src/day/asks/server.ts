import type { Site } from '../../platform/http/site.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { askRoutes } from './routes/asks.ts'
import { askLetters } from './mail.ts'
import { answeringAsks } from './todo.ts'

export function routes(site: Site): void {
  askRoutes(site)
}

export const letters: readonly LetterKind[] = askLetters

export const todo = [answeringAsks]
