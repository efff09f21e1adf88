import { button } from '../../../platform/face/button.ts'
import { checkboxes } from '../../../platform/face/checkboxes.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type Sending } from '../../../platform/face/posting.ts'
import { radios } from '../../../platform/face/radios.ts'
import { asked, valuesOf, type FormState } from '../../../platform/http/form.ts'
import { methodNames, ownIdeaNames, ownIdeaRules } from '../rules/ballot.ts'

export interface MakingProps {
  title: string
  action: string
  submit: string
  ideas: { idea: string; title: string; teamName: string }[]
  form: FormState
  sending: Sending
}

export const ballotForm = ({ title, action, submit, ideas, form, sending }: MakingProps): Html =>
  html`<h1 class="nhsuk-heading-l">${title}</h1>
    <p>
      Votes are sealed: while the ballot is open, only the number of votes is shown. You reveal the result.
    </p>
    ${
      ideas.length < 2
        ? html`<p>
            A ballot takes at least two ideas, and the network has ${ideas.length === 0 ? 'none' : 'one'} yet.
            Add the ideas first.
          </p>`
        : postingForm(
            { action, sending },
            input({ ...asked(form, 'question'), label: { text: 'Question', size: 's' } }),
            ideaBoxes(ideas, form),
            choiceOf(form, 'method', 'Who has a vote', ['person', 'team'] as const, methodNames, methodHints),
            choiceOf(form, 'ownIdea', 'One’s own idea', ownIdeaRules, ownIdeaNames),
            button({ text: submit, preventDoubleClick: true }),
          )
    }`

const methodHints = {
  person: 'Everyone who signed up with a team. Its most chosen idea is the team’s choice.',
  team: 'Agreed in the team and cast by its lead.',
}

const ideaBoxes = (ideas: MakingProps['ideas'], form: FormState): Html =>
  checkboxes({
    name: 'ideas',
    fieldset: { legend: { text: 'Ideas to vote on', size: 's' } },
    values: valuesOf(form, 'ideas'),
    items: ideas.map(({ idea, title, teamName }) => ({ value: idea, text: title, hint: `From ${teamName}` })),
    ...(form.errors['ideas'] && { error: form.errors['ideas'] }),
  })

const choiceOf = <Value extends string>(
  form: FormState,
  name: string,
  legend: string,
  values: readonly Value[],
  names: Record<Value, string>,
  hints?: Record<Value, string>,
): Html =>
  radios({
    ...asked(form, name),
    fieldset: { legend: { text: legend, size: 's' } },
    items: values.map((value) => ({ value, text: names[value], ...(hints && { hint: hints[value] }) })),
  })
