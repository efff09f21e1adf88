import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { table } from '../../../platform/face/tables.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { paths } from '../../../paths.ts'
import { livedExperienceNames, roleNames, roleSeenByOthers, type LivedExperience } from '../rules.ts'
import type { Member, NetworkRow, TeamRow } from '../store/networks.ts'
import { capitalised } from '../../../platform/text/english.ts'

export interface PeopleProps {
  network: NetworkRow
  members: Member[]
  teams: TeamRow[]
  /** Organisers see addresses and who is a representative; others see names and roles. */
  organising: boolean
}

const teamName = (teams: TeamRow[], id: string | null): string =>
  teams.find((team) => team.id === id)?.name ?? ''

const lived = (value: string | null): string => (value ? livedExperienceNames[value as LivedExperience] : '')

export function peoplePage({ network, members, teams, organising }: PeopleProps): Html {
  return html`<h1 class="nhsuk-heading-l">People and roles</h1>
    ${
      organising &&
      html`<p>
          Only organisers see this page as it stands here. Others with a role see names and roles, without
          addresses, and not who is a representative. What experience a representative has stands only on
          their own page here.
        </p>
        ${button({ text: 'Add a person', href: paths.newPerson({ network: network.id }) })}`
    }
    ${
      members.length === 0
        ? html`<p>Nobody has a role yet.${organising && ' Add the people who lead the teams first.'}</p>`
        : organising
          ? forOrganisers({ network, members, teams, organising })
          : forOthers({ network, members, teams, organising })
    }`
}

function forOrganisers({ network, members, teams }: PeopleProps): Html {
  const rows = members.map((member) => [
    html`<a class="nhsuk-link" href="${paths.membership({ network: network.id, membership: member.id })}"
      >${member.name}<span class="nhsuk-u-visually-hidden">, ${roleNames[member.role]}</span></a
    >`,
    member.email ?? 'None',
    roleNames[member.role],
    teamName(teams, member.team_id) || '–',
  ])
  const head = ['Name', 'E-mail', 'Role', capitalised(network.team_noun)]
  return table({ head, rows, responsive: true, firstCellIsHeader: true })
}

function forOthers({ network, members, teams }: PeopleProps): Html {
  const seen = members.map((member) => [
    member.name,
    roleSeenByOthers(member.role),
    teamName(teams, member.team_id),
  ])
  // Someone who is both a member and a representative of a team stands there once.
  const rows = [...new Map(seen.map((row) => [row.join('\n'), row])).values()]
  const head = ['Name', 'Role', capitalised(network.team_noun)]
  return table({
    head,
    rows: rows.map(([name, role, team]) => [name, role, team || '–']),
    responsive: true,
    firstCellIsHeader: true,
  })
}

export interface MembershipProps {
  network: NetworkRow
  member: Member
  teams: TeamRow[]
  sending: FormToken
}

export function membershipPage({ network, member, teams, sending }: MembershipProps): Html {
  const at = { network: network.id, membership: member.id }
  return html`<h1 class="nhsuk-heading-l">${member.name}</h1>
    ${
      member.ended_at &&
      insetText({
        content: `This role ended on ${day(dayOf(member.ended_at))}. What was done in it stays.`,
      })
    }
    ${summaryList({
      rows: [
        { key: 'Role', value: roleNames[member.role] },
        member.team_id !== null && {
          key: capitalised(network.team_noun),
          value: teamName(teams, member.team_id),
        },
        { key: 'E-mail', value: member.email ?? 'None' },
        member.role === 'representative' && {
          key: 'Lived experience',
          value: lived(member.lived_experience) || 'Not said',
        },
        { key: 'Since', value: day(dayOf(member.created_at)) },
      ],
    })}
    ${
      member.ended_at
        ? postingButton({ action: paths.resumeMembership(at), sending }, { text: 'Give this role back' })
        : postingButton(
            { action: paths.endMembership(at), sending },
            { text: 'End this role', variant: 'warning' },
          )
    }
    ${!member.ended_at && html`<p>You can give the role back afterwards on this page.</p>`}`
}
