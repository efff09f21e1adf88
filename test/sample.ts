import type { Actor } from '../src/platform/store/actor.ts'
import type { AnyCommand } from '../src/platform/store/command.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'
import type { TheDay } from './day.ts'
import type { People } from './people.ts'
import { filesIn, order } from './sources.ts'

export type Values = Record<string, string | string[]>

/** The tools for a sample: people of each role, and the things made before it. */
export interface Making {
  people: People
  day: TheDay
  nouns: Record<string, string>
  /** All teams of the network. */
  teams: readonly string[]
  store: Store
  /** Done in the network of the tests; gives the id of what was made. */
  done(actor: Actor, command: AnyCommand, input: object): Promise<string>
}

/** A slice's data for the tests that go over every address, in a file `sample.ts` of its own. */
export interface Sample {
  /** Makes one of each of its things; gives the id of each by the noun of its addresses. */
  scene?(making: Making): Promise<Record<string, string>>
  /** Makes more of what stands in lists. */
  grow?(making: Making, round: number): Promise<void>
  /** Values for the boxes of its forms. */
  plausible?: Values
  /** Those that have another meaning at some addresses. */
  at?: readonly (readonly [RegExp, Values])[]
}

/** The samples of the slices that have one, in the order of the story. */
export const samples: Sample[] = await Promise.all(
  order
    .map((slice) => `src/${slice}/sample.ts`)
    .filter((path) => filesIn('src').includes(path))
    .map(async (path) => ((await import(`../${path}`)) as { sample: Sample }).sample),
)

const all = ['brent', 'harrow', 'hillingdon']

/** The tools for samples in the network of the tests, on its day. */
export const makingIn = (
  store: Store,
  people: People,
  day: TheDay,
  nouns: Record<string, string>,
): Making => ({
  people,
  day,
  nouns,
  teams: all,
  store,
  done: async (actor, command, input) =>
    (
      orThrow(await store.dispatch(command, { network: people.network, ...input }, { actor })) as {
        id: string
      }
    ).id,
})
