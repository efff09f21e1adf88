import { membersOf } from '../../src/before/networks/store/networks.ts'
import { addMember, addTeam, startNetwork } from '../../src/before/networks/commands.ts'
import { makeEvent } from '../../src/before/events/commands.ts'
import { addIdea } from '../../src/before/ideas/commands.ts'
import { addSignUp } from '../../src/before/sign-ups/commands/sign-up.ts'
import { readConfig } from '../../src/config.ts'
import { makeBallot } from '../../src/day/ballots/ballot/commands/ballots.ts'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { openConfiguredStore } from '../../src/main.ts'
import { paths } from '../../src/paths.ts'
import { startSession } from '../../src/platform/auth/sessions.ts'
import { todayIn } from '../../src/platform/face/dates.ts'
import { sessionStart } from '../../src/platform/http/request-context.ts'
import { operator, type Actor } from '../../src/platform/store/actor.ts'
import { orThrow, type Store } from '../../src/platform/store/store.ts'
import { requestBytes } from './wire.ts'

/** A room of phones that have signed in, before a vote that is open. */
export interface Room {
  nouns: { network: string; event: string }
  ballot: string
  /** The item after the vote. */
  next: string
  organiser: string
  /** Session and team of each phone. */
  phones: { session: string; team: string }[]
  /** Ideas with the team whose idea it is. */
  ideas: { id: string; team: string }[]
}

const teamNames = 'Ash Beech Cedar Elm Fir Hazel Larch Maple Oak Pine Rowan Yew'.split(' ')

/** As many sign-ups as asked, in twelve teams with six ideas, and the vote of the day begun. */
export async function fillRoom(store: Store, phones: number): Promise<Room> {
  const words = { teamNoun: 'team', teamNounPlural: 'teams', boardName: 'Board', qiTeamName: 'QI team' }
  const { id: network } = orThrow(
    await store.dispatch(startNetwork, { name: 'Bench', ...words }, { actor: operator }),
  )
  const organiser = await organiserOf(store, network)
  const by = { actor: organiser }
  const teams: string[] = []
  for (const name of teamNames)
    teams.push(orThrow(await store.dispatch(addTeam, { network, name }, { actor: operator })).id)
  const ideas: Room['ideas'] = []
  for (const team of teams.slice(0, 6)) {
    const { id } = orThrow(await store.dispatch(addIdea, { network, team, title: `What ${team} does` }, by))
    ideas.push({ id, team })
  }
  const on = todayIn('Europe/London', store.now())
  const { id: event } = orThrow(await store.dispatch(makeEvent, { network, name: 'Bench day', on }, by))
  const nouns = { network, event }
  const signedUp = await Promise.all(
    Array.from({ length: phones }, (_, at) => signIn(store, nouns, teams[at % teams.length]!, at, organiser)),
  )
  const { id: ballot } = orThrow(
    await store.dispatch(makeBallot, { ...nouns, ideas: ideas.map(({ id }) => id) }, by),
  )
  const voting = { ...nouns, kind: 'ballot', title: 'Vote', minutes: 15, ballot }
  const { id: item } = orThrow(await store.dispatch(addItem, voting, by))
  const { id: next } = orThrow(
    await store.dispatch(addItem, { ...nouns, kind: 'break', title: 'Lunch', minutes: 45 }, by),
  )
  orThrow(await store.dispatch(startItem, { ...nouns, item }, by))
  return { nouns, ballot, next, organiser: await sessionOf(store, organiser), phones: signedUp, ideas }
}

async function organiserOf(store: Store, network: string): Promise<Actor> {
  const member = { network, name: 'Olu Organiser', email: 'olu@example.invalid', role: 'organiser' }
  const { id } = orThrow(await store.dispatch(addMember, member, { actor: operator }))
  const { person_id } = (await membersOf(store.db, network)).find((one) => one.id === id)!
  return { kind: 'person', id: person_id }
}

async function signIn(
  store: Store,
  nouns: Room['nouns'],
  team: string,
  at: number,
  actor: Actor,
): Promise<Room['phones'][number]> {
  const person = { ...nouns, name: `Phone ${at}`, team, profession: 'Nurse' }
  const { id } = orThrow(await store.dispatch(addSignUp, person, { actor }))
  return { session: await sessionOf(store, { kind: 'attendee', network: nouns.network, id }), team }
}

async function sessionOf(store: Store, actor: Actor): Promise<string> {
  if (actor.kind !== 'attendee' && actor.kind !== 'person') throw new Error('Only people sign in')
  const { token, id } = sessionStart()
  const network = actor.kind === 'attendee' ? actor.network : ''
  const session = { id, kind: actor.kind, actor: actor.id, network, idleMinutes: 1200 }
  orThrow(await store.dispatch(startSession, session, { actor: operator }))
  return token
}

/** The room in a database of its own, to be copied for each measurement. */
export async function roomIn(at: Record<string, string>, phones: number): Promise<Room> {
  const store = await openConfiguredStore(readConfig(at))
  try {
    return await fillRoom(store, phones)
  } finally {
    await store.close()
  }
}

/** One vote of each of the first so many phones, as it goes over the wire. */
export const votesOf = ({ nouns, ballot, phones, ideas }: Room, many: number): string[] =>
  phones.slice(0, many).map(({ session, team }, at) => {
    const others = ideas.filter((idea) => idea.team !== team)
    const choice = others[at % others.length]!.id
    const secret = `BENCH${String(at).padStart(8, '0')}SECRETSECRET`
    return requestBytes('POST', `/api/v1${paths.vote({ ...nouns, ballot })}`, {
      headers: { authorization: `Bearer ${session}` },
      body: { choice, secret },
    }).toString()
  })
