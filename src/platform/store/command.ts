import { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Db, Tx } from './database.ts'
import type { Refusal } from './refusal.ts'
import './input-messages.ts'

export { isRefusal, refuse, refuseForGood, refuseGuess, refuseOnTop, type Refusal } from './refusal.ts'

/** The input as its command takes it, or the first thing wrong with each field. */
export function understood<Input>(
  { input: schema }: Pick<Command<Input>, 'input'>,
  sent: unknown,
): { input: Input } | Refusal {
  const parsed = schema.safeParse(sent)
  return parsed.success ? { input: parsed.data } : notUnderstood(parsed.error.issues)
}

/** The one sentence says all of it, for callers that show no fields. */
function notUnderstood(issues: { path: PropertyKey[]; message: string }[]): Refusal {
  const fields: Record<string, string> = {}
  for (const issue of issues) fields[issue.path.map(String).join('.')] ??= issue.message
  const sentences = new Set(Object.values(fields).map((sentence) => sentence.replace(/\.$/, '')))
  return { kind: 'input', refused: [...sentences].join('. '), fields }
}

/** Authorisation: a named question to the store about an actor and the nouns of a URL or command. */
export interface Policy<Nouns = never> {
  name: string
  allows(db: Db, nouns: Nouns, actor: Actor): boolean | Promise<boolean>
}

export const policy = <Nouns>(name: string, allows: Policy<Nouns>['allows']): Policy<Nouns> => ({
  name,
  allows,
})

export const everyone: Policy<unknown> = policy('everyone', () => true)
export const whoeverRunsTheServer: Policy<unknown> = policy(
  'whoever runs the server',
  (_db, _nouns, actor) => actor.kind === 'operator',
)
export const theClock: Policy<unknown> = policy(
  'the clock',
  (_db, _nouns, actor) => actor.kind === 'job' || actor.kind === 'operator',
)

/** One of several is enough. */
export const either = <Nouns>(...policies: Policy<Nouns>[]): Policy<Nouns> =>
  policy(policies.map((each) => each.name).join(' or '), async (db, nouns, actor) => {
    for (const each of policies) if (await each.allows(db, nouns, actor)) return true
    return false
  })

/** The origin of a change, in opaque words: for limits, and never stored with the change. */
export interface Origin {
  /** Nothing for requests without a cookie or a session. */
  device: string
  address: string
}

/** The context of a command beside its input. Time and secrets come from here and nowhere else. */
export interface Circumstances {
  actor: Actor
  now: string
  /** The time of doing as claimed by the device on which it waited to be sent; shown as claimed. */
  happenedAt: string | null
  /** Nothing where it was not sent over the network. */
  origin?: Origin | undefined
  /** A new id, in order of time. */
  id(): string
  /** A keyed hash: the same words give the same token on this server, and nobody else can make it. */
  keyedHash(...words: string[]): string
  /**
   * Does another command as a part of this one, for the same actor at the same time. It is parsed, asked who may, and
   * entered in the journal with this one as its cause; what it refuses is a value, and leaves nothing. Its topics must be
   * among those of this one. Throws in a batch.
   */
  do<Input, Outcome>(
    command: Command<Input, Outcome>,
    input: { [Field in keyof Input]?: unknown },
  ): Promise<Outcome | Refusal>
}

export interface Command<Input = unknown, Outcome = unknown> {
  name: string
  input: z.ZodType<Input, unknown>
  topic(input: Input): string | string[]
  who: Policy<Input>
  run(tx: Tx, input: Input, circumstances: Circumstances): Promise<Outcome | Refusal>
  /** The schema of the answer, which is all that leaves as JSON; by default an id. */
  outcome?: z.ZodType<Outcome> | undefined
  /** The same as `run` for each in turn, in few statements; it asks `who` itself. */
  runAll?(tx: Tx, batch: { input: Input; circumstances: Circumstances }[]): Promise<(Outcome | Refusal)[]>
  /** The id of the thing changed, for the journal, never words of a person. By default the outcome's `id`. */
  subject?(input: Input, outcome: Outcome): string
  /** Words of the activity feed that follow the name of the doer: "opened a vote". */
  said?: string
  /** The feed does not say who did it: who came to an event and where they sat is for its organisers. */
  unnamed?: true
  /** Leaves no key, no subject and no actor behind (a vote). Its own rules make it safe to send twice. */
  secret?: true
  /** Tables it has rewritten so that old versions of their rows must not stay in the files: cleared after the commit. */
  clears?: readonly string[]
  /** Tables from which it takes personal data: cleared likewise, though not at once each time. */
  erases?: readonly string[]
  /** The network of which it leaves nothing: the store's own rows of it go too, at the end of the same group. */
  forgets?(input: Input): string
  /** Not offered as a JSON address (imports, jobs). */
  internal?: true
  /** In a rush it waits up to half a second, to be stored with the others: each change makes pages be read anew. */
  unhurried?: true
  /** Milliseconds after which it is given up, where two seconds are too few (whole networks). */
  longest?: number
}

/** The outcome of most commands: the id of the thing made or changed. */
export const Identified = z
  .object({ id: z.string() })
  .meta({ id: 'Identified', description: 'What was made or changed' })
type Identified = z.infer<typeof Identified>

/** The answer where nothing more may be told, or there is nothing to tell. */
export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done', description: 'It is done' })
export type Done = z.infer<typeof Done>

export const outcomeOf = ({ outcome }: AnyCommand): z.ZodType => outcome ?? Identified

type KeyOf<Any> = Any extends unknown ? keyof Any : never
type IsIdentified<Outcome> = [KeyOf<Outcome>] extends ['id'] ? true : false

/** Commands that nobody is told of, or that are no business of their own, need no words. */
type Said = { said: string } | { internal: true } | { secret: true }

/** The input's type is known by its schema alone, though the policy and the topic may ask for less. */
type Definition<Input, Outcome> = Omit<Command<NoInfer<Input>, Outcome>, 'name' | 'input' | 'outcome'> & {
  input: z.ZodType<Input, unknown>
} & Said

/** An outcome other than an id needs a schema, unless the command is internal and no program can ask for it. */
export function command<Input, Outcome>(
  name: string,
  definition: Definition<Input, NoInfer<Outcome>> & { outcome: z.ZodType<Outcome> },
): Command<Input, Outcome>
export function command<Input, Outcome>(
  name: string,
  definition: Definition<Input, Outcome> & { internal: true },
): Command<Input, Outcome>
export function command<Input, Outcome extends Identified>(
  name: string,
  definition: Definition<Input, Outcome>,
): IsIdentified<Outcome> extends true ? Command<Input, Outcome> : 'Declare what it answers: its outcome'
export function command(name: string, definition: Omit<AnyCommand, 'name'>): unknown {
  return { ...definition, name }
}

/** A command whose input and outcome do not matter here. */
// oxlint-disable-next-line no-explicit-any
export type AnyCommand = Command<any, any>

export const topicsOf = (command: AnyCommand, input: unknown): string[] =>
  [...new Set([command.topic(input)].flat())].sort()

export const mayNot = (command: AnyCommand): Refusal => ({
  kind: 'forbidden',
  refused: `You may not do this here. It can be done by ${command.who.name}.`,
})
