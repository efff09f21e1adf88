import { dayState, type AtEvent } from '../../before/events/rules.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { countsNow } from '../../before/sign-ups/store/places.ts'
import { holdsScreen, type Revealing } from '../../day/ballots/counting/rules/reveal.ts'
import { ballotsOf, type BallotRow } from '../../day/ballots/ballot/store/ballots.ts'
import { ballotShown, revealingOf, type BallotShown } from '../../day/ballots/counting/store/results.ts'
import type { ScreenShows } from '../../day/programme/rules/links.ts'
import { pledgeWallOf } from '../../day/pledges/store.ts'
import type { PledgeView } from '../../day/pledges/record.ts'
import { reflectionsOf } from '../../day/reflections/store.ts'
import { roomLists, type RoomList } from '../../day/rooms/store/places.ts'
import type { Db } from '../../platform/store/database.ts'
import { theDay, type TheDay } from '../now/day.ts'
import { firstSentence } from './stage.ts'

/** The data of the Screen. It names teams, never people. */
export interface OnScreen extends TheDay {
  ballot: BallotShown | undefined
  /** Nothing for a past day of which the number is not known. */
  signedUp: number | null
  /** Most of those who signed up are here: how to come in steps back. */
  mostAreHere: boolean
  pledges: PledgeView[]
  rooms: RoomList[]
  /** The sentence of the idea that is shown. */
  sentence: string | undefined
  /** The number of teams that have reflected on each idea; the team that shows it does not. */
  reflected: { from: string; teams: number }[]
  teams: number
  /** The result as far as it is revealed bar by bar. */
  revealing: Revealing | undefined
  /** A result is being shown, in place of the item. */
  taken: boolean
  /** The day is past: nobody can join it, and nothing comes next. */
  over: boolean
}

/** The vote on the Screen: one whose result has taken it, that of the item that is on, or the one opened last. */
function votedOn({ ballot }: TheDay, ballots: readonly BallotRow[], shows: ScreenShows): string | undefined {
  if (shows !== 'vote') return ballot?.ballot
  const opened = ballots.filter((one) => one.opened_at !== null)
  return opened.toSorted((one, other) => byTime(one.opened_at!, other.opened_at!)).at(-1)?.id
}

const byTime = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Once so many of those who signed up are here, the code to join is for latecomers. */
const mostShare = 0.75

export async function screenOf(
  db: Db,
  at: AtEvent,
  now: string,
  shows: ScreenShows = 'day',
): Promise<OnScreen | undefined> {
  const day = await theDay(db, at, now)
  if (!day) return undefined
  const { network, event } = at
  const written = await reflectionsOf(db, network, event)
  const teams = await teamsOf(db, network)
  const counts = await countsNow(db, at)
  const signedUp = counts.reduce((sum, { many }) => sum + many, 0)
  const arrived = counts.reduce((sum, one) => sum + one.arrived, 0)
  const ideas = await ideasOf(db, network)
  const shownIdea = ideas.find(({ id }) => id === day.standing.on?.idea_id)
  const inRooms = shows === 'rooms' || day.standing.on?.kind === 'rooms'
  const over = dayState(day.event, now) === 'past'
  const ballots = await ballotsOf(db, network, event)
  const taking = ballots.find(({ on_screen, revealed_at: revealedAt }) =>
    holdsScreen({ onScreen: on_screen === 1, revealedAt }, day.event, now),
  )
  const asked = taking?.id ?? votedOn(day, ballots, shows)
  const ballot = asked ? await ballotShown(db, network, event, asked) : undefined
  const nameOf = (team: string) => teams.find(({ id }) => id === team)?.name ?? team
  return {
    ...day,
    ballot,
    signedUp: signedUp || !over ? signedUp : day.event.sign_ups_counted,
    taken: taking !== undefined,
    over,
    mostAreHere: arrived > 0 && arrived >= signedUp * mostShare,
    sentence: firstSentence(shownIdea?.changes ?? null),
    revealing: ballot?.bars && (await revealingOf(db, network, ballot.ballot)),
    pledges: await pledgeWallOf(db, network, event),
    rooms: inRooms ? await roomLists(db, network, event) : [],
    reflected: ideas.map(({ id, team_id }) => ({
      from: nameOf(team_id),
      teams: written.filter((one) => one.idea_id === id).length,
    })),
    teams: teams.length,
  }
}
