import { button } from '../../../platform/face/button.ts'
import { fieldset } from '../../../platform/face/fieldset.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import type { describeNetwork, startNetwork } from '../commands.ts'

/** Asked of a network, new or not. */
type DescribedForm = FormState<FieldsOf<typeof startNetwork> & FieldsOf<typeof describeNetwork>>

interface Props {
  title: string
  action: string
  submit: string
  form: DescribedForm
  sending: FormToken
}

/** The form for a network's name and aim: it starts one, or changes it. */
export const networkForm = ({ title, action, submit, form, sending }: Props): Html =>
  html`<h1 class="nhsuk-heading-l">${title}</h1>
    ${postingForm(
      { action, sending },
      input({
        ...asked(form, 'name'),
        label: 'Name of the network',
        hint: 'For example, Adult psychosocial services',
      }),
      input({
        ...asked(form, 'organisation'),
        label: 'Organisation (optional)',
        hint: 'The trust or other body that organises it',
      }),
      textarea({
        ...asked(form, 'aim'),
        rows: 3,
        label: 'Aim (optional)',
        hint: 'How much, for whom, by when',
      }),
      textarea({
        ...asked(form, 'about'),
        label: 'About the network (optional)',
        hint: 'A few sentences for newcomers. Everyone can read this.',
      }),
      fieldset({ legend: { text: 'What things are called here', size: 'm' }, content: nouns(form) }),
      button({ text: submit, preventDoubleClick: true }),
    )}`

const nouns = (form: DescribedForm): Html =>
  html`${input({ ...asked(form, 'teamNoun'), label: 'One team', hint: 'For example, team, borough, site or ward', width: 20 })}
  ${input({ ...asked(form, 'teamNounPlural'), label: 'Several teams', hint: 'For example, boroughs', width: 20 })}
  ${input({ ...asked(form, 'boardName'), label: 'The programme board' })}
  ${input({ ...asked(form, 'qiTeamName'), label: 'The quality improvement (QI) team' })}`
