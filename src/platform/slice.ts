import type { Site } from './http/site.ts'
import type { Job } from './jobs/scheduler.ts'
import type { LetterKind } from './mail/outbox.ts'
import type { AnyCommand } from './store/command.ts'
import type { Section } from './store/section.ts'
import type { Verb } from './terminal/verb.ts'

/** The half of a slice for the data. The writer's thread loads it, so it imports no view and no route. */
export interface SliceData {
  commands: readonly AnyCommand[]
  /** The records that leave with a network file and come with one. */
  sections?: readonly Section[]
  /** Tables with rows of a network that do not leave with it, and why. */
  staying?: Readonly<Record<string, string>>
}

/** The half of a slice for the server that answers. */
/** `Shown` and `Card` are what pages made of several slices gather: they say themselves what these are. */
export interface SliceServer<Shown = never, Card = never> {
  routes(site: Site): void
  letters?: readonly LetterKind[]
  jobs?: readonly Job[]
  /** The look on Now and the Screen of the kinds of parts that it adds to a day. */
  parts?: readonly Shown[]
  /** Cards for the pages that are made of several slices. */
  cards?: readonly Card[]
}

export interface SliceTerminal {
  verbs: readonly Verb[]
}

export interface Slice<Shown = never, Card = never> extends SliceData {
  server?(): Promise<SliceServer<Shown, Card>>
  terminal?(): Promise<SliceTerminal>
}
