import type { Site } from './http/site.ts'
import type { Job } from './jobs/scheduler.ts'
import type { LetterKind } from './mail/outbox.ts'
import type { AnyCommand } from './store/command.ts'
import type { Db, Tx } from './store/database.ts'
import type { Hanging } from './store/hanging.ts'
import type { Section } from './store/section.ts'
import type { Verb } from './terminal/verb.ts'

/** Somebody of whom things are held: with an account, or known by an address alone. */
export interface Whom {
  person: string | undefined
  email: string | null
}

/** One attendance of somebody at something. */
export interface Attendance {
  network_id: string
  event_id: string
  id: string
}

/** The part of a slice in what is held of one person: each sees and takes along all of it, and can have it erased. */
export interface Holding {
  ofPerson?(db: Db, whom: Whom): Promise<object>
  ofAttendance?(db: Db, attendance: Attendance): Promise<object>
  /** Takes away what tells who somebody was; what they did stays and is counted. */
  erase?(tx: Tx, whom: Whom & { person: string }, now: string): Promise<void>
  /** Tables that it erases in: they are rewritten afterwards, so that nothing is left in the file. */
  erases?: readonly string[]
}

/** The half of a slice for the data. The writer's thread loads it, so it imports no view and no route. */
export interface SliceData {
  commands: readonly AnyCommand[]
  /** The records that leave with a network file and come with one. */
  sections?: readonly Section[]
  /** Tables with rows of a network that do not leave with it, and why. */
  staying?: Readonly<Record<string, string>>
  /** Things that it holds of one person. */
  holding?: Holding
  /** Rows of its tables that go with a record of a section when that is taken away, or keep it. */
  hanging?: Readonly<Record<string, readonly Hanging[]>>
}

/**
 * The half of a slice for the server that answers. `Shown`, `Card` and `ToDo` are what pages made of several slices
 * gather: they say themselves what these are.
 */
export interface SliceServer<Shown = never, Card = never, ToDo = never> {
  routes(site: Site): void
  letters?: readonly LetterKind[]
  jobs?: readonly Job[]
  /** The look on Now and the Screen of the kinds of parts that it adds to a day. */
  parts?: readonly Shown[]
  /** Cards for the pages that are made of several slices. */
  cards?: readonly Card[]
  /** Things that wait for somebody who signs in. */
  todo?: readonly ToDo[]
}

export interface SliceTerminal {
  verbs: readonly Verb[]
}

export interface Slice<Shown = never, Card = never, ToDo = never> extends SliceData {
  server?(): Promise<SliceServer<Shown, Card, ToDo>>
  terminal?(): Promise<SliceTerminal>
}
