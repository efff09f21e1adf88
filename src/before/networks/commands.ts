import { z } from 'zod'
import { command, policy, refuse, type Refusal } from '../../platform/store/command.ts'
import { EmailAddress, Id, Name, optionalText, requiredText } from '../../platform/form/fields.ts'
import { findOrAddPerson } from '../people/store.ts'
import { freeSlug, livedExperiences, needsTeam, networkKinds, roles } from './rules.ts'
import {
  addMembershipRow,
  addNetworkRow,
  addTeamRow,
  namesTaken,
  changeNetworkRow,
  changeTeamRow,
  endMembershipRow,
  membershipById,
  membersOf,
  networkById,
  teamById,
  teamsOf,
} from './store/networks.ts'
import { organisers } from './store/roles.ts'

const Described = {
  name: requiredText(120, 'Enter the name of the network'),
  organisation: optionalText(120, 'The organisation'),
  aim: optionalText(1000, 'The aim'),
  about: optionalText(4000, 'The description'),
  teamNoun: requiredText(30, 'Enter what a team is called, such as borough'),
  teamNounPlural: requiredText(30, 'Enter what several teams are called, such as boroughs'),
  boardName: requiredText(80, 'Enter what the board is called'),
  qiTeamName: requiredText(80, 'Enter what the QI team is called'),
}

export const signedIn = policy(
  'anyone who has signed in',
  (_db, _nouns, actor) => actor.kind === 'person' || actor.kind === 'operator',
)

/** Starts a network; its starter is its first organiser. */
export const startNetwork = command('networks.startNetwork', {
  said: 'started the network',
  input: z.object({ ...Described, kind: z.enum(networkKinds).default('real') }),
  topic: () => 'networks',
  who: signedIn,
  async run(tx, { name, kind, ...rest }, { actor, now, id }): Promise<{ id: string }> {
    const taken = await namesTaken(tx)
    const network = freeSlug(name, taken, 'network')
    await addNetworkRow(tx, {
      id: network,
      name,
      kind,
      organisation: rest.organisation,
      aim: rest.aim,
      about: rest.about,
      team_noun: rest.teamNoun,
      team_noun_plural: rest.teamNounPlural,
      board_name: rest.boardName,
      qi_team_name: rest.qiTeamName,
      meets_every_weeks: null,
      created_at: now,
      calendar: id(),
    })
    if (actor.kind === 'person') {
      await addMembershipRow(tx, {
        network_id: network,
        id: id(),
        person_id: actor.id,
        role: 'organiser',
        team_id: null,
        lived_experience: null,
        created_at: now,
        ended_at: null,
      })
    }
    return { id: network }
  },
})

const topic = ({ network }: { network: string }) => `network:${network}`

export const describeNetwork = command('networks.describeNetwork', {
  said: 'changed what the network says about itself',
  input: z.object({ network: Id, ...Described }),
  topic,
  who: organisers,
  async run(tx, { network, ...described }): Promise<{ id: string } | Refusal> {
    if (!(await networkById(tx, network))) return refuse('This network is not there any more')
    await changeNetworkRow(tx, network, {
      name: described.name,
      organisation: described.organisation,
      aim: described.aim,
      about: described.about,
      team_noun: described.teamNoun,
      team_noun_plural: described.teamNounPlural,
      board_name: described.boardName,
      qi_team_name: described.qiTeamName,
    })
    return { id: network }
  },
})

const TeamName = requiredText(80, 'Enter the name')

export const addTeam = command('networks.addTeam', {
  said: 'added a team',
  input: z.object({ network: Id, name: TeamName }),
  topic,
  who: organisers,
  async run(tx, { network, name }): Promise<{ id: string } | Refusal> {
    const teams = await teamsOf(tx, network)
    if (teams.some((team) => team.name.toLowerCase() === name.toLowerCase()))
      return refuse(`${name} is there already`, 'name')
    const id = freeSlug(name, new Set(teams.map((team) => team.id)), 'team')
    const position = Math.max(0, ...teams.map((team) => team.position)) + 1
    await addTeamRow(tx, { network_id: network, id, name, position })
    return { id }
  },
})

export const renameTeam = command('networks.renameTeam', {
  said: 'renamed a team',
  input: z.object({ network: Id, team: Id, name: TeamName }),
  topic,
  who: organisers,
  async run(tx, { network, team, name }): Promise<{ id: string } | Refusal> {
    const teams = await teamsOf(tx, network)
    if (!teams.some((one) => one.id === team)) return refuse('This team is not there any more')
    if (teams.some((one) => one.id !== team && one.name.toLowerCase() === name.toLowerCase())) {
      return refuse(`${name} is there already`, 'name')
    }
    await changeTeamRow(tx, network, team, { name })
    return { id: team }
  },
})

const NewMember = z
  .object({
    network: Id,
    name: Name,
    email: EmailAddress,
    role: z.enum(roles, 'Choose a role'),
    team: z
      .string()
      .optional()
      .transform((team) => team || null),
    livedExperience: z
      .enum(['', ...livedExperiences])
      .optional()
      .transform((one) => one || null),
  })
  .superRefine(({ role, team }, problems) => {
    if (needsTeam(role) && !team)
      problems.addIssue({ code: 'custom', path: ['team'], message: 'Choose the team for this role' })
  })

/** Gives a person a role. A person who has it already keeps it; nothing is doubled. */
export const addMember = command('networks.addMember', {
  said: 'gave someone a role',
  input: NewMember,
  topic,
  who: organisers,
  async run(
    tx,
    { network, name, email, role, team, livedExperience },
    { id, now },
  ): Promise<{ id: string } | Refusal> {
    const inTeam = needsTeam(role) ? team : null
    if (inTeam && !(await teamById(tx, network, inTeam))) return refuse('Choose a team from the list', 'team')
    const person = await findOrAddPerson(tx, { id: id(), name, email, now })
    const held = (await membersOf(tx, network)).find(
      (member) => member.person_id === person && member.role === role && member.team_id === inTeam,
    )
    if (held) return { id: held.id }
    const membership = id()
    await addMembershipRow(tx, {
      network_id: network,
      id: membership,
      person_id: person,
      role,
      team_id: inTeam,
      lived_experience: role === 'representative' ? livedExperience : null,
      created_at: now,
      ended_at: null,
    })
    return { id: membership }
  },
})

/** Takes a role away from today; work done in it stays. A network always keeps an organiser. */
export const endMembership = command('networks.endMembership', {
  said: 'ended someone’s role',
  input: z.object({ network: Id, membership: Id }),
  topic,
  who: organisers,
  async run(tx, { network, membership }, { now }): Promise<{ id: string } | Refusal> {
    const held = await membershipById(tx, network, membership)
    if (!held) return refuse('This role is not there any more')
    if (held.ended_at) return { id: membership }
    const organising = (await membersOf(tx, network)).filter((member) => member.role === 'organiser')
    if (held.role === 'organiser' && organising.length === 1) {
      return refuse('A network needs an organiser. Give someone else that role first.')
    }
    await endMembershipRow(tx, network, membership, now)
    return { id: membership }
  },
})

/** Gives back a role that was taken away. */
export const resumeMembership = command('networks.resumeMembership', {
  said: 'gave someone a role back',
  input: z.object({ network: Id, membership: Id }),
  topic,
  who: organisers,
  async run(tx, { network, membership }): Promise<{ id: string } | Refusal> {
    const held = await membershipById(tx, network, membership)
    if (!held) return refuse('This role is not there any more')
    const again = (await membersOf(tx, network)).some(
      (one) =>
        one.id !== held.id &&
        one.person_id === held.person_id &&
        one.role === held.role &&
        one.team_id === held.team_id,
    )
    if (again) return refuse('This person has been given the role again already')
    await endMembershipRow(tx, network, membership, null)
    return { id: membership }
  },
})

export const networkCommands = [
  startNetwork,
  describeNetwork,
  addTeam,
  renameTeam,
  addMember,
  endMembership,
  resumeMembership,
]
