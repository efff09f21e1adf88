import type { Refusal } from '../platform/store/refusal.ts'
import type { Entry } from './queue-store.ts'

/** The answer of a server that has done nothing. */
export type NotDone = Refusal | { kind?: undefined; error?: string }

const overtaken = 'Somebody else has saved this meanwhile.'

/** The reason in words. */
export const reasonOf = (said: NotDone): string =>
  said.kind ? Object.values(said.fields ?? {}).join('. ') || said.refused : (said.error ?? notTaken)

const notTaken = 'It could not be taken.'

type Kept = Pick<Entry, 'reason' | 'final' | 'stands' | 'question' | 'overtaken'>

/** The marks of a refusal on its entry: each kind is handled, or it does not compile. */
export function keptOf(said: NotDone): Kept {
  const reason = reasonOf(said)
  switch (said.kind) {
    case undefined:
    case 'rule':
    case 'input':
    case 'forbidden':
    case 'wait':
    case 'guess':
      return { reason }
    case 'question':
      return { reason, question: true }
    case 'overtaken':
      return { reason: overtaken, overtaken: true }
    case 'final':
      return { reason, final: true }
    case 'stands':
      return { reason, stands: true, ...(said.final && { final: true }) }
    default:
      return said satisfies never
  }
}

/** True where a page of its own answers, which keeps the typing: somebody is asked, or may not be here. */
export function isForItsPage({ kind }: NotDone): boolean {
  switch (kind) {
    case 'question':
    case 'forbidden':
      return true
    case undefined:
    case 'rule':
    case 'input':
    case 'wait':
    case 'guess':
    case 'overtaken':
    case 'final':
    case 'stands':
      return false
    default:
      return kind satisfies never
  }
}
