import { addMember, addTeam, startNetwork } from '../src/before/networks/commands.ts'
import { membersOf } from '../src/before/networks/store/networks.ts'
import type { NetworkKind, Role } from '../src/before/networks/rules.ts'
import { operator, type Actor } from '../src/platform/store/actor.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'

type PersonActor = Extract<Actor, { kind: 'person' }>

/** The people of the tests, by what they are in the network `north`; `stranger` organises another network. */
export interface People {
  network: string
  organiser: PersonActor
  /** Lead, member and representative of Brent; `harrowLead` leads Harrow. */
  lead: PersonActor
  member: PersonActor
  representative: PersonActor
  harrowLead: PersonActor
  board: PersonActor
  sponsor: PersonActor
  viewer: PersonActor
  stranger: PersonActor
}

const words = {
  teamNoun: 'borough',
  teamNounPlural: 'boroughs',
  boardName: 'Psychosocial Board',
  qiTeamName: 'QI team',
}

/** A network with three teams (brent, harrow, hillingdon) and one person in each role. */
export async function peopleOf(store: Store, kind: NetworkKind = 'real'): Promise<People> {
  const by = { actor: operator }
  const { id: network } = orThrow(await store.dispatch(startNetwork, { name: 'North', kind, ...words }, by))
  const { id: elsewhere } = orThrow(await store.dispatch(startNetwork, { name: 'Elsewhere', ...words }, by))
  for (const name of ['Brent', 'Harrow', 'Hillingdon'])
    orThrow(await store.dispatch(addTeam, { network, name }, by))
  const person = async (name: string, role: Role, team?: string, where = network): Promise<PersonActor> => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.invalid`
    const { id } = orThrow(await store.dispatch(addMember, { network: where, name, email, role, team }, by))
    const member = (await membersOf(store.db, where)).find((one) => one.id === id)!
    return { kind: 'person', id: member.person_id }
  }
  return {
    network,
    organiser: await person('Olu Organiser', 'organiser'),
    lead: await person('Bea Lead', 'lead', 'brent'),
    member: await person('Mo Member', 'member', 'brent'),
    representative: await person('Ray Representative', 'representative', 'brent'),
    harrowLead: await person('Hal Lead', 'lead', 'harrow'),
    board: await person('Bo Board', 'board'),
    sponsor: await person('Sam Sponsor', 'sponsor'),
    viewer: await person('Vi Viewer', 'viewer'),
    stranger: await person('Stan Stranger', 'organiser', undefined, elsewhere),
  }
}
