import { addIdea } from '../src/before/ideas/commands.ts'
import { makeBallot, openBallot } from '../src/day/ballots/ballot/commands/ballots.ts'
import type { Method } from '../src/day/ballots/ballot/rules/ballot.ts'
import { castVote } from '../src/day/ballots/voting/commands/votes.ts'
import type { Actor } from '../src/platform/store/actor.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'
import { dayOf, type DayChoices, type TheDay } from './day.ts'
import { peopleOf, type People } from './people.ts'

export interface TheBallot extends TheDay {
  people: People
  ballot: string
  /** The URL's nouns. */
  at: { network: string; event: string; ballot: string }
}

export interface BallotChoices extends DayChoices {
  method?: Method
  atMost?: number
  ownIdea?: 'excluded' | 'apart' | 'counted'
  opened?: boolean
}

/** The ideas of the tests by id: brent has `tree`, harrow `hub`, hillingdon `step`. */
const ideas = { tree: 'brent', hub: 'harrow', step: 'hillingdon' }

/** A day with an idea of each team and a ballot on all three, open unless told otherwise. */
export async function ballotOf(store: Store, choices: BallotChoices = {}): Promise<TheBallot> {
  const people = await peopleOf(store)
  const day = await dayOf(store, people, choices)
  const { network, event } = day
  const by = { actor: people.organiser }
  for (const [title, team] of Object.entries(ideas))
    orThrow(await store.dispatch(addIdea, { network, team, title }, by))
  const { method = 'person', atMost, ownIdea = 'excluded', opened = true } = choices
  const made = { network, event, method, atMost, ownIdea, ideas: Object.keys(ideas) }
  const { id: ballot } = orThrow(await store.dispatch(makeBallot, made, by))
  const at = { network, event, ballot }
  if (opened) orThrow(await store.dispatch(openBallot, at, by))
  return { ...day, people, ballot, at }
}

/** A secret such as a device makes, the same for the same words. */
export const secretOf = (words: string): string => `${words}-SECRET-OF-A-DEVICE`

export const vote = (
  store: Store,
  at: TheBallot['at'],
  actor: Actor,
  choice: string | string[],
  secret: string,
) => store.dispatch(castVote, { ...at, choice, secret: secretOf(secret) }, { actor })
