import type { FastifyBaseLogger } from 'fastify'
import type { z } from 'zod'
import type { Config } from '../../config.ts'
import type { Session } from '../auth/sessions.ts'
import type { Html } from '../face/html.ts'
import type { Limits } from '../face/command-form.ts'
import type { Hub } from '../live/hub.ts'
import type { Actor } from '../store/actor.ts'
import type { Command, Policy, Refusal } from '../store/command.ts'
import type { Db } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { FieldNames, FormState, Values } from '../form/state.ts'
import type { Nouns, Path } from './path.ts'
import type { Upload } from './uploads.ts'

/** One request, as pages see it: the visitor, the nouns, the time, and the store to read. */
export interface RequestContext<N = Record<string, string>> {
  nouns: N
  query: Record<string, string>
  actor: Actor
  session: Session | undefined
  db: Db
  now: string
  url: string
  /** A path as a whole address, for use outside the browser: a calendar, a printed sheet. */
  address(path: string): string
  /** For the hidden fields of forms. */
  token: string
  key: string
  /** The visitor, as an opaque word for the scripts of their own device. */
  sender: string
  /** The key under which this request was sent, when it sends something. */
  sent?: string
  /** The input may hold an NHS number: the form asks, and takes the answer along. */
  question?: true
  /** A digest of the stored answers at the time when the form was shown. */
  stood?: string
  /** Limits that a device can check by itself. */
  limits?: Limits
  keyedHash(...words: string[]): string
  /** The value that this device keeps under a name, as `Gone` has set it. */
  keeps(name: string): string | undefined
  config: Config
  /** Every command by its name: journal entries are shown in its words. */
  commands: Store['commands']
  log: FastifyBaseLogger
  /** The key of the outgoing mail, where the request comes from a place that may open it. */
  mailKey: string | undefined
}

/** The content of a page; the frame around it (header, footer, marks) is the same everywhere. */
export interface Content {
  title: string
  body: Html
  /** For a page that says why the thing is not there any more. */
  status?: 410
  /** The network that it is about, where the address does not name it. */
  network?: string
  back?: { href: string; text?: string }
  crumbs?: { href: string; text: string }[]
  /** The stream of changes that keeps this page fresh. */
  live?: string
  /** Full width, for tables and wide screens. */
  wide?: boolean
  /** No header and no footer: the big screen, a printed sheet, a device that goes from hand to hand. */
  bare?: 'screen' | 'print' | 'shared'
  /** It may stay on the device of the person it was made for, for when there is no network: nothing of others in it. */
  kept?: boolean
  /** The address to which the browser goes by itself after a while, on a device that goes from hand to hand. */
  returns?: { to: string; afterSeconds: number }
  /** Made for a phone in one hand. */
  phone?: true
  /** It shows pages of this site in frames, or may be shown in one of them: nothing else may. */
  framing?: true
}

export interface PageDefinition<P extends string, Data> {
  at: Path<P>
  who: Policy<Nouns<P>>
  /** Data of the page; nothing there is "not found". */
  read(visit: RequestContext<Nouns<P>>): Promise<Data | undefined> | Data | undefined
  show(data: Data, visit: RequestContext<Nouns<P>>): Content
  /** Makes the same query a JSON address; only fields of the schema leave. */
  answer?: z.ZodType
  /** The data in the names of that schema, where the page has them as rows of the store. */
  told?: (data: Data) => unknown
  /** The schema of the query; anything else in it is not read. */
  query?: z.ZodObject
}

export interface FormDefinition<P extends string, Data, Input, Outcome> {
  at: Path<P>
  /** The policy for seeing the form; the command has its own for sending it. */
  who: Policy<Nouns<P>>
  command: Command<Input, Outcome>
  /** The form's own page; without it the address only takes submissions. */
  read(visit: RequestContext<Nouns<P>>): Promise<Data | undefined> | Data | undefined
  /** The answers that stand in the form at first. */
  values?(data: Data, visit: RequestContext<Nouns<P>>): Values
  /** A property, because the compiler lets a method ask the form for names that its command does not take. */
  show: (data: Data, form: FormState<FieldNames<Input>>, visit: RequestContext<Nouns<P>>) => Content
  /** Shows the answers for checking before anything is done, or refuses; `checked` on the face sends them on. */
  check?: (
    data: Data,
    form: FormState<FieldNames<Input>>,
    visit: RequestContext<Nouns<P>>,
  ) => Content | Refusal
  /** True when the answers are to be checked; without it they always are, where there is a `check`. */
  checks?(data: Data, values: Values): boolean
  /**
   * The data that the form changes: when somebody has changed it since the form was shown, both are shown and nothing
   * is stored. `true` for the answers that stand in the form at first.
   */
  stands?: true | ((data: Data) => unknown)
  /** The command's input from the form and the URL; by default both together, the URL winning. May be a promise. */
  input?(values: Values, visit: RequestContext<Nouns<P>>): unknown
  /** Fields that `input` sets by itself, beside the nouns of the URL: nobody is asked to send them. */
  fills?: readonly string[]
  /**
   * The next address when it is done; or the form's next message, where the change is kept (a wrong code is counted).
   */
  then(
    outcome: Outcome,
    visit: RequestContext<Nouns<P>>,
    values: Values,
  ): string | Gone | Refusal | Promise<string | Gone>
  done?: string | ((outcome: Outcome) => string)
  /** Only a page is offered, no JSON address (sign-in). */
  pageOnly?: true
  /** The answer of the JSON address instead of the outcome. */
  reply?: Replying<Outcome, RequestContext<Nouns<P>>>
  /** The field in which a code is sent that only its owner knows: wrong ones are counted, and too many stopped. */
  code?: string
  /** It may come with a file, which is read into one of its values. */
  upload?: Upload
}

/** Somewhere to go, with a cookie to set or clear on the way. */
export interface Gone {
  to: string
  /** Where it leads instead, if the form waited on the phone and its page has said that it was received. */
  later?: string
  session?: { token: string; maxAgeSeconds: number } | 'ended'
  flash?: string
  /** Cookies for this device to keep, each sent back only with requests under its path. */
  keep?: OnDevice | readonly OnDevice[]
}

/** The answer to a program where that is not the outcome: only fields of the schema leave. */
export interface Replying<Outcome, V> {
  answer: z.ZodType
  from(outcome: Outcome, visit: V): unknown
}

export interface OnDevice {
  name: string
  value: string
  path: string
  maxAgeSeconds: number
}

export interface ButtonDefinition<P extends string, Input, Outcome> {
  at: Path<P>
  command: Command<Input, Outcome>
  input?(values: Values, visit: RequestContext<Nouns<P>>): unknown
  then(outcome: Outcome, visit: RequestContext<Nouns<P>>): string | Gone
  /** The page to which a refusal leads back. */
  back(visit: RequestContext<Nouns<P>>): string
  done?: string | ((outcome: Outcome) => string)
  pageOnly?: true
}

/** Bytes that are not a page: a calendar, a file. */
export interface FileAnswer {
  type: string
  body: string | Buffer
  /** Downloaded under this name rather than shown. */
  name?: string
}

export interface FileDefinition<P extends string> {
  at: Path<P>
  who: Policy<Nouns<P>>
  read(visit: RequestContext<Nouns<P>>): Promise<FileAnswer | undefined>
}

export interface LiveDefinition<P extends string> {
  at: Path<P>
  who: Policy<Nouns<P>>
  /** Finds the thing that the address names, if it is there at all. */
  there(db: Db, nouns: Nouns<P>): Promise<unknown>
  topic(nouns: Nouns<P>): string
  /** Other topics whose changes may show in the fragments. */
  also?(nouns: Nouns<P>): string[]
  /** The part that tells, by stamps, whom a change concerns; who listens to it is told of no other change. */
  stamps?: string
  /** Its fragments hold forecasts, which time alone can change. */
  byTheMinute?: true
  /** Shared fragments by name: they hold no viewer, form or token. */
  parts: Record<string, (db: Db, nouns: Nouns<P>, now: string) => Promise<Html>>
}

/** The interface at which a slice's routes declare themselves. */
export interface Site {
  page<P extends string, Data>(definition: PageDefinition<P, Data>): void
  form<P extends string, Data, Input, Outcome>(definition: FormDefinition<P, Data, Input, Outcome>): void
  button<P extends string, Input, Outcome>(definition: ButtonDefinition<P, Input, Outcome>): void
  file<P extends string>(definition: FileDefinition<P>): void
  live<P extends string>(definition: LiveDefinition<P>): void
  readonly store: Store
  readonly config: Config
  readonly hub: Hub
}

export type { Refusal }
