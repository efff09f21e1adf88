import { entriesOf } from '../../platform/store/journal.ts'
import type { Db } from '../../platform/store/database.ts'
import type { Content, Site } from '../../platform/http/site.ts'
import type { Html } from '../../platform/face/html.ts'
import { paths } from '../../paths.ts'
import {
  addMember,
  addTeam,
  describeNetwork,
  endMembership,
  renameTeam,
  resumeMembership,
  signedIn,
  startNetwork,
} from './commands.ts'
import { memberById, membersOf, namesIn, networkById, teamsOf, type NetworkRow } from './store/networks.ts'
import { insiders, organisers } from './store/roles.ts'
import { activityPage } from './views/activity.ts'
import { networkForm } from './views/described.ts'
import { checkPerson, newPersonForm } from './views/new-person.ts'
import { membershipPage, peoplePage } from './views/people.ts'
import { teamForm } from './views/teams.ts'

export function networkRoutes(site: Site): void {
  describing(site)
  teams(site)
  people(site)
  activity(site)
}

const backTo = (network: NetworkRow) => ({ href: paths.network({ network: network.id }), text: network.name })

const backToPeople = (network: NetworkRow) => ({
  href: paths.people({ network: network.id }),
  text: 'People and roles',
})

const framed = (title: string, body: Html, back: { href: string; text: string }): Content => ({
  title,
  body,
  back,
})

function describing(site: Site): void {
  site.form({
    at: paths.newNetwork,
    who: signedIn,
    command: startNetwork,
    read: () => ({}),
    values: () => ({ teamNoun: 'team', teamNounPlural: 'teams', boardName: 'Board', qiTeamName: 'QI team' }),
    show(_data, form, visit) {
      const title = 'Start a network'
      const action = paths.newNetwork({})
      const body = networkForm({ title, action, submit: 'Start the network', form, sending: visit })
      return framed(title, body, { href: paths.home({}), text: 'Back' })
    },
    then: ({ id }) => paths.network({ network: id }),
    done: 'Network started. Next, add who takes part in it.',
  })

  site.form({
    at: paths.editNetwork,
    who: organisers,
    command: describeNetwork,
    read: ({ db, nouns }) => networkById(db, nouns.network),
    stands: true,
    values: (network) => ({
      name: network.name,
      organisation: network.organisation ?? '',
      aim: network.aim ?? '',
      about: network.about ?? '',
      teamNoun: network.team_noun,
      teamNounPlural: network.team_noun_plural,
      boardName: network.board_name,
      qiTeamName: network.qi_team_name,
    }),
    show(network, form, visit) {
      const title = 'Edit the network'
      const action = paths.editNetwork(visit.nouns)
      return framed(
        title,
        networkForm({ title, action, submit: 'Save', form, sending: visit }),
        backTo(network),
      )
    },
    then: (_outcome, { nouns }) => paths.network(nouns),
    done: 'Changes saved',
  })
}

async function networkAndTeams(db: Db, id: string) {
  const network = await networkById(db, id)
  return network && { network, teams: await teamsOf(db, id) }
}

function teams(site: Site): void {
  site.form({
    at: paths.newTeam,
    who: organisers,
    command: addTeam,
    read: ({ db, nouns }) => networkAndTeams(db, nouns.network),
    show({ network, teams: others }, form, visit) {
      const title = `Add a ${network.team_noun}`
      const action = paths.newTeam(visit.nouns)
      const submit = `Add this ${network.team_noun}`
      return framed(title, teamForm({ title, action, submit, form, sending: visit, others }), backTo(network))
    },
    // Teams are added one after another, so that the form comes back.
    then: (_outcome, { nouns }) => paths.newTeam(nouns),
    done: 'Added. Add the next, or go back when you have them all.',
  })

  site.form({
    at: paths.editTeam,
    who: organisers,
    command: renameTeam,
    async read({ db, nouns }) {
      const found = await networkAndTeams(db, nouns.network)
      const team = found?.teams.find((one) => one.id === nouns.team)
      return found && team && { ...found, team }
    },
    stands: true,
    values: ({ team }) => ({ name: team.name }),
    show({ network, team }, form, visit) {
      const title = `Rename ${team.name}`
      const action = paths.editTeam(visit.nouns)
      const removal = { href: paths.removeTeam(visit.nouns), noun: network.team_noun }
      const body = teamForm({ title, action, submit: 'Save', form, sending: visit, others: [], removal })
      return framed(title, body, {
        href: paths.team({ network: network.id, team: team.id }),
        text: team.name,
      })
    },
    then: (_outcome, { nouns }) => paths.team(nouns),
    done: 'Name saved',
  })
}

function people(site: Site): void {
  site.page({
    at: paths.people,
    who: insiders,
    async read({ db, nouns, actor }) {
      const found = await networkAndTeams(db, nouns.network)
      const organising = await organisers.allows(db, nouns, actor)
      return found && { ...found, members: await membersOf(db, nouns.network), organising }
    },
    show: (props) => ({
      ...framed('People and roles', peoplePage(props), backTo(props.network)),
      wide: true,
    }),
  })

  site.form({
    at: paths.newPerson,
    who: organisers,
    command: addMember,
    read: ({ db, nouns }) => networkAndTeams(db, nouns.network),
    values: (_data, { query }) => ({ team: query['team'] ?? '' }),
    show: (data, form, visit) =>
      framed('Add a person', newPersonForm({ ...data, form, sending: visit }), backToPeople(data.network)),
    check: (data, form, visit) =>
      framed(
        'Check before you add this person',
        checkPerson({ ...data, form, sending: visit }),
        backToPeople(data.network),
      ),
    then: (_outcome, { nouns }) => paths.people(nouns),
    done: 'Person added',
  })

  membership(site)
}

function membership(site: Site): void {
  site.page({
    at: paths.membership,
    who: organisers,
    async read({ db, nouns }) {
      const found = await networkAndTeams(db, nouns.network)
      const member = await memberById(db, nouns.network, nouns.membership)
      return found && member && { ...found, member }
    },
    show: (data, visit) =>
      framed(data.member.name, membershipPage({ ...data, sending: visit }), backToPeople(data.network)),
  })

  site.button({
    at: paths.endMembership,
    command: endMembership,
    then: (_outcome, { nouns }) => paths.membership(nouns),
    back: ({ nouns }) => paths.membership(nouns),
    done: 'Role ended. You can give it back below.',
  })

  site.button({
    at: paths.resumeMembership,
    command: resumeMembership,
    then: (_outcome, { nouns }) => paths.membership(nouns),
    back: ({ nouns }) => paths.membership(nouns),
    done: 'Role given back',
  })
}

const changesAPage = 50

function activity(site: Site): void {
  site.page({
    at: paths.activity,
    who: insiders,
    async read({ db, nouns, query, commands }) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      const page = Math.min(1000, Math.max(1, Math.trunc(Number(query['page'])) || 1))
      const found = await entriesOf(db, network.id, {
        skip: (page - 1) * changesAPage,
        most: changesAPage + 1,
      })
      const shown = found.slice(0, changesAPage)
      const people = shown.flatMap(({ actor }) => (actor?.startsWith('person:') ? [actor.slice(7)] : []))
      const names = await namesIn(db, network.id, [...new Set(people)])
      return {
        network,
        page,
        more: found.length > changesAPage,
        entries: shown.map(({ at, actor, command }) => ({
          at,
          said: commands.get(command)?.said ?? spelledOut(command),
          who: commands.get(command)?.unnamed ? 'Someone' : whoOf(actor, names),
        })),
      }
    },
    show: ({ network, ...rest }) =>
      framed('Activity', activityPage({ network: network.id, ...rest }), backTo(network)),
  })
}

/** "rooms.moveNote" → "did: move note": for commands that are no more. */
const spelledOut = (command: string): string =>
  `did: ${(command.split('.')[1] ?? command).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`

/** The feed's name for an actor. Attendees are not named: the list of those who came is for the organisers. */
function whoOf(actor: string | null, names: Map<string, string>): string {
  if (actor === null) return 'Someone who was erased'
  const [kind = '', id = ''] = actor.split(':')
  if (kind === 'person') return names.get(id) ?? 'Someone without a role here'
  return (
    { operator: 'Whoever runs the server', job: 'The server, by the clock', attendee: 'An attendee' }[kind] ??
    'Someone'
  )
}
