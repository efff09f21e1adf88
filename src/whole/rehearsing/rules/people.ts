import { professions } from '../../../before/sign-ups/rules.ts'
import { chance, oneOf } from './random.ts'

/** Somebody who is not real: who they are and how they are that day. */
export interface Simulated {
  number: number
  name: string
  team: string | null
  profession: string
  livedExperience: 'none' | 'service_user' | 'carer'
  /** Speed with a phone: 1 is usual, 2 takes twice as long. */
  slow: number
  /** Times of signing up and coming in, as shares of the time before the day begins; after 1 they are late. */
  signsUpAt: number
  arrivesAt: number
  /** Their place in the team: the first two type in its reflections, the first its pledge and asks. */
  place: number
}

const lateShare = 0.05
const livedShare = 0.12

/** As many as asked for, spread over the teams; the same seed makes the same people. */
export function peopleFrom(
  seed: number,
  count: number,
  teams: readonly { id: string; name: string }[],
): Simulated[] {
  const inTeam = new Map<string, number>()
  return Array.from({ length: count }, (_, number) => {
    const team = teams.length > 0 ? teams[number % teams.length]! : undefined
    const place = (inTeam.get(team?.id ?? '') ?? 0) + 1
    inTeam.set(team?.id ?? '', place)
    const profession = oneOf(professions, seed, number, 'profession')
    const lived = chance(seed, number, 'lived') < livedShare
    const late = chance(seed, number, 'late') < lateShare
    const signsUpAt = chance(seed, number, 'sign up') * 0.4
    return {
      number,
      name: `${lived ? 'Representative' : profession} ${place}${team ? `, ${team.name}` : ''}`,
      team: team?.id ?? null,
      profession,
      livedExperience: lived ? oneOf(['service_user', 'carer'] as const, seed, number, 'which') : 'none',
      slow: 0.6 + 1.2 * chance(seed, number, 'slow'),
      signsUpAt,
      arrivesAt: late ? 1 + 2 * chance(seed, number, 'door') : 0.5 + 0.5 * chance(seed, number, 'door'),
      place,
    }
  })
}
