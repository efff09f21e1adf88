import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { checkedForm, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { select } from '../../../platform/face/select.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { livedExperienceNames, livedExperiences, needsTeam, roleNames, roles, type Role } from '../rules.ts'
import type { NetworkRow, TeamRow } from '../store/networks.ts'
import { capitalised } from '../../../platform/text/english.ts'
import type { addMember } from '../commands.ts'

type PersonForm = FormState<FieldsOf<typeof addMember>>

interface Props {
  network: NetworkRow
  teams: TeamRow[]
  form: PersonForm
  sending: FormToken
}

const roleHints: Record<Role, string> = {
  organiser: 'Sets up the network and its events, and runs the day',
  lead: 'Agrees and records what the team reflects, pledges and asks for',
  member: 'Works in the team and takes part with it',
  representative: 'Was recruited by a team, takes part fully and votes with it',
  board: 'Answers what teams ask of the programme board',
  sponsor: 'Follows the spread and opens doors',
  viewer: 'Reads along',
}

export function newPersonForm({ network, teams, form, sending }: Props): Html {
  return html`<h1 class="nhsuk-heading-l">Add a person</h1>
    ${postingForm(
      { action: paths.newPerson({ network: network.id }), sending },
      input({ ...asked(form, 'name'), label: 'Full name', autocomplete: 'off' }),
      input({
        ...asked(form, 'email'),
        label: 'E-mail address',
        hint: 'They sign in with it. Any address will do, it need not be one of the NHS.',
        type: 'email',
        autocomplete: 'off',
        spellcheck: false,
      }),
      roleChoice(form),
      teams.length > 0 && teamChoice(network, teams, form),
      livedExperience(form),
      button({ text: 'Continue' }),
    )}`
}

const roleChoice = (form: FormState<'role'>): Html =>
  radios({
    ...asked(form, 'role'),
    fieldset: { legend: { text: 'Role', size: 's' } },
    items: roles.map((role) => ({ value: role, text: roleNames[role], hint: roleHints[role] })),
  })

const teamChoice = (network: NetworkRow, teams: TeamRow[], form: FormState<'team'>): Html =>
  select({
    ...asked(form, 'team'),
    label: capitalised(network.team_noun),
    hint: 'For team leads, team members and representatives',
    items: [{ value: '', text: 'None' }, ...teams.map((team) => ({ value: team.id, text: team.name }))],
  })

const livedExperience = (form: FormState<'livedExperience'>): Html =>
  radios({
    ...asked(form, 'livedExperience'),
    fieldset: { legend: { text: 'Lived experience (optional)', size: 's' } },
    hint: 'Kept for representatives only, when they agree to it. Only organisers see it.',
    items: [
      ...livedExperiences.map((one) => ({ value: one as string, text: livedExperienceNames[one] })),
      { divider: 'or' },
      { value: '', text: 'Not said', checked: valueOf(form, 'livedExperience') === '' },
    ],
  })

export function checkPerson({ network, teams, form, sending }: Props): Html {
  const role = valueOf(form, 'role') as Role
  const lived = valueOf(form, 'livedExperience') as keyof typeof livedExperienceNames
  const team = teams.find((one) => one.id === valueOf(form, 'team'))?.name
  return html`<h1 class="nhsuk-heading-l">Check before you add this person</h1>
    ${summaryList({
      rows: [
        { key: 'Name', value: valueOf(form, 'name') },
        { key: 'E-mail', value: valueOf(form, 'email') },
        { key: 'Role', value: roleNames[role] },
        needsTeam(role) && { key: capitalised(network.team_noun), value: team ?? '' },
        role === 'representative' && {
          key: 'Lived experience',
          value: livedExperienceNames[lived] ?? 'Not said',
        },
      ],
    })}
    <p>Nothing is sent. They can sign in with this address from now on.</p>
    ${checkedForm(
      { action: paths.newPerson({ network: network.id }), sending, values: form.values },
      'Add this person',
    )}`
}
