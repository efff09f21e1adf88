import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordFields } from '../../../platform/face/record-fields.ts'
import { select } from '../../../platform/face/select.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { ideaFields } from '../record.ts'
import { coProducerKinds, coProducerNames } from '../rules.ts'
import { capitalised } from '../../../platform/text/english.ts'
import type { addCoProducer } from '../commands.ts'

interface Choosing<Name extends string> {
  network: { id: string; team_noun: string }
  teams: { id: string; name: string }[]
  form: FormState<Name>
  sending: FormToken
}

interface IdeaFormProps extends Choosing<keyof typeof ideaFields.fields | 'team'> {
  title: string
  action: string
  submit: string
  /** The address at which the idea is taken away, for those who may. */
  removal?: string | undefined
}

/** The card of an idea. With no teams to choose from, it stays with the one that brought it. */
export const ideaForm = ({
  title,
  action,
  submit,
  network,
  teams,
  form,
  sending,
  removal,
}: IdeaFormProps): Html =>
  html`<h1 class="nhsuk-heading-l">${title}</h1>
    <p>Everyone can read the card. Do not name patients, service users or carers.</p>
    ${postingForm(
      { action, sending },
      teams.length > 0 && chooseTeam({ network, teams, form }),
      recordFields(ideaFields, form),
      button({ text: submit, preventDoubleClick: true }),
    )}
    ${removal && html`<p><a href="${removal}">Take this idea away</a></p>`}`

const chooseTeam = ({ network, teams, form }: Omit<Choosing<'team'>, 'sending'>): Html =>
  select({
    ...asked(form, 'team'),
    label: `${capitalised(network.team_noun)} it comes from`,
    items: [
      teams.length > 1 && { value: '', text: `Choose a ${network.team_noun}` },
      ...teams.map((team) => ({ value: team.id, text: team.name })),
    ],
  })

/** Nothing to choose from yet: what an organiser does first. */
export const noTeams = ({ network }: Pick<Choosing<never>, 'network'>): Html =>
  html`<h1 class="nhsuk-heading-l">Add an idea</h1>
    <p>An idea comes from a ${network.team_noun}. There is none yet.</p>
    ${button({ text: `Add a ${network.team_noun}`, href: paths.newTeam({ network: network.id }) })}`

export const coProducerForm = ({
  network,
  teams,
  form,
  sending,
  idea,
}: Choosing<FieldsOf<typeof addCoProducer>> & { idea: string }): Html =>
  html`<h1 class="nhsuk-heading-l">Who made the idea together with the ${network.team_noun}?</h1>
    <p>Record one kind of people at a time, in numbers. Do not name anybody.</p>
    ${postingForm(
      { action: paths.newCoProducer({ network: network.id, idea }), sending },
      radios({
        ...asked(form, 'kind'),
        fieldset: { legend: { text: 'Who they are', size: 's' } },
        items: coProducerKinds.map((kind) => ({ value: kind, text: coProducerNames[kind] })),
      }),
      select({
        ...asked(form, 'recruitedBy'),
        label: `${capitalised(network.team_noun)} that recruited them (optional)`,
        items: [
          { value: '', text: 'Not recorded' },
          ...teams.map(({ id, name }) => ({ value: id, text: name })),
        ],
      }),
      input({ ...asked(form, 'howMany'), label: 'How many (optional)', width: 4, inputmode: 'numeric' }),
      textarea({ ...asked(form, 'note'), rows: 3, label: 'How they took part (optional)' }),
      button({ text: 'Add this record', preventDoubleClick: true }),
    )}`
