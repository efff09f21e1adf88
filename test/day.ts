import { addSignUp } from '../src/before/sign-ups/commands/sign-up.ts'
import { makeEvent } from '../src/before/events/commands.ts'
import { teamsOf } from '../src/before/networks/store/networks.ts'
import type { Actor } from '../src/platform/store/actor.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'
import type { People } from './people.ts'

export type AttendeeActor = Extract<Actor, { kind: 'attendee' }>

export interface TheDay {
  network: string
  event: string
  /** The attendees of each team, by the team's id. */
  of: Record<string, AttendeeActor[]>
  /** All of them, team by team. */
  attendees: AttendeeActor[]
}

export interface DayChoices {
  /** The number of sign-ups in each team. */
  perTeam?: number
  on?: string
  capacity?: number
}

/** An event called `day` on the tests' Tuesday, and attendees of every team: "Nurse 1, Brent" and so on. */
export async function dayOf(
  opened: Store | { store: Store },
  { network, organiser }: Pick<People, 'network' | 'organiser'>,
  { perTeam = 3, on = '2027-01-12', capacity }: DayChoices = {},
): Promise<TheDay> {
  const store = 'store' in opened ? opened.store : opened
  const by = { actor: organiser }
  const { id: event } = orThrow(await store.dispatch(makeEvent, { network, name: 'Day', on, capacity }, by))
  const of: Record<string, AttendeeActor[]> = {}
  for (const team of await teamsOf(store.db, network)) {
    of[team.id] = []
    for (let number = 1; number <= perTeam; number += 1) {
      const answers = { name: `Nurse ${number}, ${team.name}`, team: team.id, profession: 'Nurse' }
      const { id } = orThrow(await store.dispatch(addSignUp, { network, event, ...answers }, by))
      of[team.id]!.push({ kind: 'attendee', network, id })
    }
  }
  return { network, event, of, attendees: Object.values(of).flat() }
}
