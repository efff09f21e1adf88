import type { AtEvent } from './rules.ts'
import type { Circumstances, Refusal } from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'

/** A part of the day of an event, as its kind sees it. */
export interface Part {
  network: string
  event: string
  title: string
  ballot: string | null
  /** Minutes, with what was given to it or taken from it on the day. */
  lasts: number | null
}

/** Answers of the host who starts a part, where its kind needs them. */
export interface Asked {
  /** A vote that was prepared, or `new`. */
  ballot: string | null
  rooms?: 'ideas' | 'none' | undefined
}

/** Keeps how something stood before, as plain data, so that a step on the Desk can be taken back. */
export type Keep = (before: unknown) => void

/**
 * A kind of part that a day can have. What starting, finishing or lengthening one does, beside noting that, is said
 * here; each gives a sentence for whoever pressed where there is something to say.
 */
export interface KindOfPart<Kind extends string = string> {
  kind: Kind
  /** As it is chosen from a list. */
  name: string
  /** After "On now:". */
  short: string
  /** Makes what it needs before it starts. */
  prepares?(
    tx: Tx,
    part: Part,
    asked: Asked,
    circumstances: Circumstances,
  ): Promise<{ ballot?: string; said?: string } | Refusal>
  starts?(tx: Tx, part: Part, circumstances: Circumstances, keep: Keep): Promise<Refusal | undefined>
  finishes?(tx: Tx, part: Part, now: string, keep: Keep): Promise<string | undefined>
  lengthens?(tx: Tx, part: Part, minutes: number, keep: Keep): Promise<void>
  /** Makes what it kept as it was before; says what stays as it is. */
  takesBack?(
    tx: Tx,
    at: AtEvent,
    kept: readonly unknown[],
    circumstances: Circumstances,
  ): Promise<string | undefined>
}
