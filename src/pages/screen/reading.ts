import { dayState } from '../../before/events/rules.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { countsNow } from '../../before/sign-ups/store/places.ts'
import type { Revealing } from '../../day/ballots/rules/reveal.ts'
import { ballotShown, revealingOf, type BallotShown } from '../../day/ballots/store/results.ts'
import { pledgeWallOf } from '../../day/pledges/store.ts'
import type { PledgeView } from '../../day/pledges/rules.ts'
import { reflectionsOf } from '../../day/reflections/store.ts'
import { roomsOf, type RoomRow } from '../../day/rooms/store/rooms.ts'
import type { Db } from '../../platform/store/database.ts'
import { theDay, type AtEvent, type TheDay } from '../now/day.ts'

/** What the room sees. It names teams, never people. */
export interface OnScreen extends TheDay {
  ballot: BallotShown | undefined
  /** Nothing for a past day of which the number is not known. */
  signedUp: number | null
  pledges: PledgeView[]
  rooms: RoomRow[]
  /** How many teams have reflected on each idea; the team that shows it does not. */
  reflected: { from: string; teams: number }[]
  teams: number
  /** The result as far as it is revealed bar by bar. */
  revealing: Revealing | undefined
  /** The day is past: nobody can join it, and nothing comes next. */
  over: boolean
}

export async function screenOf(db: Db, at: AtEvent, now: string): Promise<OnScreen | undefined> {
  const day = await theDay(db, at, now)
  if (!day) return undefined
  const { network, event } = at
  const written = await reflectionsOf(db, network, event)
  const teams = await teamsOf(db, network)
  const signedUp = (await countsNow(db, at)).reduce((sum, { many }) => sum + many, 0)
  const over = dayState(day.event, now) === 'past'
  const nameOf = (team: string) => teams.find(({ id }) => id === team)?.name ?? team
  return {
    ...day,
    ballot: day.ballot && (await ballotShown(db, network, event, day.ballot.ballot)),
    signedUp: signedUp || !over ? signedUp : day.event.sign_ups_counted,
    over,
    revealing: day.ballot?.bars && (await revealingOf(db, network, day.ballot.ballot)),
    pledges: await pledgeWallOf(db, network, event),
    rooms: await roomsOf(db, network, event),
    reflected: (await ideasOf(db, network)).map(({ id, team_id }) => ({
      from: nameOf(team_id),
      teams: written.filter((one) => one.idea_id === id).length,
    })),
    teams: teams.length,
  }
}
