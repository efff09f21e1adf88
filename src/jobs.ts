import { peopleLetters } from './before/people/mail.ts'
import { askLetters } from './day/asks/mail.ts'
import type { LetterKind } from './platform/mail/outbox.ts'

/** Every kind of letter, in the order of the story. */
export const letters: LetterKind[] = [...peopleLetters, ...askLetters]
