import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { radios } from '../../../platform/face/radios.ts'
import { select } from '../../../platform/face/select.ts'
import type { SummaryRow } from '../../../platform/face/summary-list.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import type { NetworkRow, TeamRow } from '../../networks/store/networks.ts'
import { livedExperienceAnswerNames, livedExperienceAnswers, otherProfession, professions } from '../rules.ts'
import { capitalised } from '../../../platform/text/english.ts'
import type { signUp } from '../commands/sign-up.ts'
import type { correctMySignUp } from '../commands/own.ts'

export interface Asking {
  network: NetworkRow
  teams: TeamRow[]
}

type Answer = FieldsOf<typeof signUp> & FieldsOf<typeof correctMySignUp>

/** A form that asks for all that a sign-up says. */
export type AnswersForm = FormState<Answer>

const none = 'None of these'

const mostRadios = 8

function teamField(form: FormState<'team'>, { network, teams }: Asking): Html {
  const given = asked(form, 'team')
  const question = capitalised(network.team_noun)
  const items = teams.map((team) => ({ value: team.id, text: team.name }))
  if (items.length > mostRadios) {
    return select({
      ...given,
      label: { text: question, size: 's' },
      items: [{ value: '', text: 'Choose' }, ...items, { value: 'none', text: none }],
    })
  }
  return radios({
    ...given,
    fieldset: { legend: { text: question, size: 's' } },
    items: [...items, { divider: 'or' }, { value: 'none', text: none }],
  })
}

const professionFields = (form: FormState<'profession' | 'otherProfession'>): Html =>
  html`${select({
    ...asked(form, 'profession'),
    label: { text: 'Profession (optional)', size: 's' },
    items: [
      { value: '', text: 'Choose' },
      ...professions.map((one) => ({ value: one, text: one })),
      { value: otherProfession, text: 'Other' },
    ],
  })}
  ${input({
    ...asked(form, 'otherProfession'),
    label: { text: 'If other, which? (optional)', size: 's' },
    width: 20,
  })}`

export const livedExperienceField = (form: FormState<'livedExperience'>, { network }: Asking): Html =>
  radios({
    ...asked(form, 'livedExperience'),
    fieldset: { legend: { text: 'Service user or carer representative?', size: 's' } },
    hint: `You need not answer. Your name is never shown with it. Organisers see only how many come from each ${network.team_noun}, and no number under 3.`,
    items: livedExperienceAnswers.map((value) => ({ value, text: livedExperienceAnswerNames[value] })),
  })

/** The questions of a sign-up. `lived` is left out where it is not for whoever asks. */
export const answerFields = (
  form: FormState<Exclude<Answer, 'livedExperience'>>,
  asking: Asking,
  emailHint: string,
  lived?: Html,
): Html =>
  html`${input({ ...asked(form, 'name'), label: { text: 'Name', size: 's' }, autocomplete: 'name' })}
  ${input({
    ...asked(form, 'email'),
    label: { text: 'E-mail address (optional)', size: 's' },
    hint: emailHint,
    type: 'email',
    autocomplete: 'email',
    spellcheck: false,
  })}
  ${teamField(form, asking)} ${professionFields(form)} ${lived}
  ${textarea({
    ...asked(form, 'accessNeeds'),
    label: { text: 'What is needed to take part? (optional)', size: 's' },
    hint: 'For example, step-free access, an interpreter or large print. Only the organisers see it.',
    rows: 3,
  })}`

const nothing = html`<span class="nhsuk-u-secondary-text-colour">Not given</span>`

/** The answers as they will be kept, to be checked. */
export function answerRows(form: AnswersForm, { network, teams }: Asking, withLived = true): SummaryRow[] {
  const value = (name: Answer) => valueOf(form, name)
  const team = teams.find((one) => one.id === value('team'))?.name ?? none
  const profession = value('profession') === otherProfession ? value('otherProfession') : value('profession')
  const lived = livedExperienceAnswers.find((one) => one === value('livedExperience'))
  return [
    { key: 'Name', value: value('name') },
    { key: 'E-mail address', value: value('email') || nothing },
    { key: capitalised(network.team_noun), value: team },
    { key: 'Profession', value: profession || nothing },
    ...(withLived
      ? [
          {
            key: 'Service user or carer representative',
            value: lived ? livedExperienceAnswerNames[lived] : nothing,
          },
        ]
      : []),
    { key: 'Needed to take part', value: value('accessNeeds') || nothing },
  ]
}
