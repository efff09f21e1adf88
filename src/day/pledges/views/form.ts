import { button } from '../../../platform/face/button.ts'
import { element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { checkedForm, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { recordField, recordFields } from '../../../platform/face/record-fields.ts'
import { select } from '../../../platform/face/select.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { prose } from '../../../platform/face/prose.ts'
import type { editPledge, makePledge } from '../commands.ts'
import { pledgeFields, releaseFields } from '../record.ts'

export interface PledgeFormProps {
  action: string
  sending: FormToken
  form: FormState<FieldsOf<typeof makePledge> & FieldsOf<typeof editPledge>>
  team: { id: string; name: string }
  ideas: { id: string; title: string; team: string }[]
  /** The source of the idea that stands in the form, if the team has chosen one. */
  chosen: string | undefined
  isNew: boolean
}

const ideaItems = (ideas: PledgeFormProps['ideas']) => [
  { value: '', text: 'No idea from the list' },
  ...ideas.map((idea) => ({ value: idea.id, text: `${idea.title} (${idea.team})` })),
]

export const pledgeForm = ({ action, sending, form, team, ideas, chosen, isNew }: PledgeFormProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team.name}</span>
      ${isNew ? 'Make a pledge' : 'Change the pledge'}
    </h1>
    ${
      chosen &&
      insetText({ content: `${team.name} chose “${chosen}”. Start from there, or pledge something else.` })
    }
    ${postingForm(
      { action, sending, ...(isNew && { queue: { name: 'Your pledge' } }) },
      isNew && html`<input type="hidden" name="team" value="${team.id}" />`,
      select({
        ...asked(form, 'idea'),
        label: 'Which idea will you test?',
        hint: 'A pledge may also have no idea, such as “We will stop sending paper letters”.',
        items: ideaItems(ideas),
      }),
      recordFields(pledgeFields, form),
      button({ text: isNew ? 'Make the pledge' : 'Save changes', preventDoubleClick: true }),
    )}`

/** Shown to who may pledge for more than one team. */
export const whichTeam = (action: string, teamNoun: string, teams: { id: string; name: string }[]): Html =>
  element(
    'form',
    { method: 'get', action },
    radios({
      name: 'team',
      fieldset: { legend: { text: `Which ${teamNoun} makes the pledge?`, size: 'l', heading: true } },
      items: teams.map((team) => ({ value: team.id, text: team.name })),
    }),
    button({ text: 'Continue' }),
  )

interface ReleaseProps {
  action: string
  sending: FormToken
  form: FormState<'reason'>
  team: string
  what: string
}

export const releaseForm = ({ action, sending, form, team, what }: ReleaseProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      Release this pledge
    </h1>
    <p>
      To release a pledge is to say honestly that the team will not do it. It is an outcome to learn from, not
      a failure. You can take it back later.
    </p>
    ${insetText({ content: prose(what) })}
    ${postingForm(
      { action, sending },
      recordField('reason', releaseFields.fields.releaseReason, form),
      button({ text: 'Continue' }),
    )}`

export const releaseCheck = ({ action, sending, form, team, what }: ReleaseProps): Html =>
  html`<h1 class="nhsuk-heading-l">Check before you release the pledge</h1>
    ${summaryList({
      rows: [
        { key: 'Pledge', value: html`${team}: ${prose(what)}` },
        { key: 'Why it is released', value: prose(valueOf(form, 'reason')) },
      ],
    })}
    ${checkedForm({ action, sending, values: form.values }, 'Release the pledge')}`
