import { readFile } from 'node:fs/promises'
import { addMember } from '../../../before/networks/commands.ts'
import { allNetworks, membersOf, type Member } from '../../../before/networks/store/networks.ts'
import type { Role } from '../../../before/networks/rules.ts'
import { publishReport } from '../../../after/reports/commands.ts'
import { eventById, eventsOf } from '../../../before/events/store.ts'
import { makeSignInLink } from '../../../before/people/commands/sign-in.ts'
import { signInAddress } from '../../../before/people/rules/secrets.ts'
import { moveDay } from '../../../day/programme/commands/moving-day.ts'
import { operator } from '../../../platform/store/actor.ts'
import { paths } from '../../../paths.ts'
import { orThrow, type Store } from '../../../platform/store/store.ts'
import { takeIn } from './files.ts'

const folder = new URL('../../../../examples/', import.meta.url)
const realOne = 'adult-psychosocial'
const demonstration = 'demonstration'
const files = ['adult-psychosocial-2023.yaml', 'demonstration.yaml', 'a-year-later.yaml']

/** The real event as far as it is known, one to try things out on and one a year later; only where there is nothing yet. */
export async function loadExamples(store: Store): Promise<boolean> {
  if ((await allNetworks(store.db)).length > 0) return false
  for (const file of files) {
    const taken = await takeIn(store, await readFile(new URL(file, folder), 'utf8'))
    if ('problems' in taken)
      throw new Error(`${file}:${taken.problems[0]!.line}: ${taken.problems[0]!.sentence}`)
    if ('refused' in taken) throw new Error(taken.refused)
  }
  await giveOrganiser(store)
  await tellOf2023(store)
  await beginSoon(store)
  return true
}

/** The news post of the real event, as the records write it: its organisers have published theirs. */
async function tellOf2023(store: Store): Promise<void> {
  const organiser = firstOf(await membersOf(store.db, realOne), 'organiser')
  if (!organiser) return
  const actor = { kind: 'person' as const, id: organiser.person_id }
  for (const { id: event } of await eventsOf(store.db, realOne))
    orThrow(await store.dispatch(publishReport, { network: realOne, event }, { actor }))
}

const soonMinutes = 5

/** A demonstration that was to begin hours ago shows nothing but lateness: it begins in a few minutes. */
async function beginSoon(store: Store): Promise<void> {
  const organiser = firstOf(await membersOf(store.db, demonstration), 'organiser')
  const event = await eventById(store.db, demonstration, 'today')
  if (!organiser || !event?.starts_at) return
  const soon = Date.parse(store.now()) + soonMinutes * 60_000
  const minutes = Math.ceil((soon - Date.parse(event.starts_at)) / 300_000) * 5
  if (minutes === 0) return
  const actor = { kind: 'person' as const, id: organiser.person_id }
  const half = Math.trunc(minutes / 2)
  // One move is of half a day at the most.
  for (const part of Math.abs(minutes) > 720 ? [half, minutes - half] : [minutes])
    orThrow(
      await store.dispatch(moveDay, { network: demonstration, event: 'today', minutes: part }, { actor }),
    )
}

/** Nobody is known of the real event: the organiser of the demonstration keeps its records too. */
async function giveOrganiser(store: Store): Promise<void> {
  const organiser = firstOf(await membersOf(store.db, demonstration), 'organiser')
  if (!organiser) return
  const { name, email } = organiser
  const member = { network: realOne, name, email, role: 'organiser' }
  orThrow(await store.dispatch(addMember, member, { actor: operator }))
}

export interface Place {
  label: string
  path: string
}

const shownRoles: Role[] = ['organiser', 'lead', 'member', 'representative', 'board']

/** A newcomer has all day to try the links out. */
const linkMinutes = 24 * 60

/**
 * Addresses for a newcomer: the start, the big screen, and, where there is a key to the outgoing mail because only this
 * machine can reach the server, a way in for each role of the demonstration and the letters that would have been sent.
 */
export async function whereToLook(store: Store, mailKey: string | undefined): Promise<Place[]> {
  const places: Place[] = [{ label: 'home', path: paths.home({}) }]
  const network = demonstration
  const event = (await eventsOf(store.db, network)).find((one) => one.id === 'today')?.id
  if (event) places.push({ label: 'screen', path: paths.screen({ network, event }) })
  if (!mailKey) return places
  const members = event ? await membersOf(store.db, network) : []
  for (const role of shownRoles) {
    const email = firstOf(members, role)?.email
    if (email) places.push({ label: role, path: await wayIn(store, email, startOf(role, network, event!)) })
  }
  return [...places, { label: 'mail', path: paths.outgoingMail({ key: mailKey }) }]
}

async function wayIn(store: Store, email: string, next: string): Promise<string> {
  const made = await store.dispatch(
    makeSignInLink,
    { email, next, minutes: linkMinutes },
    { actor: operator },
  )
  return signInAddress(store.keyedHash, orThrow(made).id)
}

const firstOf = (members: Member[], role: Role) =>
  members.filter((one) => one.role === role).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]

/** The first page for each role. */
function startOf(role: Role, network: string, event: string): string {
  if (role === 'organiser') return paths.desk({ network, event })
  if (role === 'board') return paths.asks({ network })
  return paths.now({ network, event })
}
