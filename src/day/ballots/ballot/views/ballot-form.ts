import { button } from '../../../../platform/face/button.ts'
import { checkboxes } from '../../../../platform/face/checkboxes.ts'
import { details } from '../../../../platform/face/details.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import { radios } from '../../../../platform/face/radios.ts'
import {
  asked,
  errorOf,
  valueOf,
  valuesOf,
  type FieldsOf,
  type FormState,
} from '../../../../platform/form/state.ts'
import { methodNames, ownIdeaNames, ownIdeaRules, type Method } from '../rules/ballot.ts'
import type { makeBallot } from '../commands/ballots.ts'

type MakingForm = FormState<FieldsOf<typeof makeBallot>>

export interface MakingProps {
  title: string
  action: string
  submit: string
  ideas: { idea: string; title: string; teamName: string }[]
  teamNoun: string
  form: MakingForm
  sending: FormToken
}

export const ballotForm = ({ title, action, submit, ideas, teamNoun, form, sending }: MakingProps): Html =>
  html`<h1 class="nhsuk-heading-l">${title}</h1>
    <p>Votes are sealed: while the vote is open, only the number of votes is shown. You reveal the result.</p>
    ${
      ideas.length < 2
        ? html`<p>
            A vote takes at least two ideas, and the network has ${ideas.length === 0 ? 'none' : 'one'} yet.
            Add the ideas first.
          </p>`
        : postingForm(
            { action, sending },
            input({ ...asked(form, 'question'), label: { text: 'Question', size: 's' } }),
            ideaBoxes(ideas, form),
            methodChoice(form, teamNoun),
            choiceOf(
              form,
              'ownIdea',
              `Votes for the idea of the voter’s own ${teamNoun}`,
              ownIdeaRules,
              ownIdeaNames(teamNoun),
            ),
            button({ text: submit, preventDoubleClick: true }),
          )
    }`

const methodHints = (teamNoun: string): Record<Method, string> => ({
  person: `Everyone who signed up with a ${teamNoun} can vote. What the most people of a ${teamNoun} choose is that ${teamNoun}’s choice.`,
  team: `Agreed in the ${teamNoun} and cast by its lead.`,
  several: 'The idea that most people chose comes first.',
  ranked:
    'If nobody’s first choice has more than half, the idea that fewest people put first is taken out and its votes move to the next choice, round by round. Every round is shown.',
})

const upTo = (form: FormState<'atMost'>): Html =>
  input({
    ...asked(form, 'atMost'),
    label: 'How many ideas each person can choose',
    type: 'text',
    inputmode: 'numeric',
    width: 2,
  })

/** The two that most days need, and the others where who looks for them finds them. */
function methodChoice(form: FormState<'method' | 'atMost'>, teamNoun: string): Html {
  const chosen = valueOf(form, 'method')
  const [names, hints] = [methodNames(teamNoun), methodHints(teamNoun)]
  const item = (method: Method) => ({ value: method, text: names[method], hint: hints[method] })
  return html`${radios({
    ...asked(form, 'method'),
    fieldset: { legend: { text: 'Who has a vote', size: 's' } },
    items: [item('person'), item('team')],
  })}
  ${details({
    summary: 'More ways to vote',
    open: chosen === 'several' || chosen === 'ranked',
    content: radios({
      name: 'method',
      idPrefix: 'method-more',
      value: chosen,
      fieldset: { legend: { text: 'Ways to vote for more than one idea', size: 's' } },
      items: [{ ...item('several'), conditional: upTo(form) }, item('ranked')],
    }),
  })}`
}

const ideaBoxes = (ideas: MakingProps['ideas'], form: FormState<'ideas'>): Html =>
  checkboxes({
    name: 'ideas',
    fieldset: { legend: { text: 'Ideas to vote on', size: 's' } },
    values: valuesOf(form, 'ideas'),
    items: ideas.map(({ idea, title, teamName }) => ({ value: idea, text: title, hint: `From ${teamName}` })),
    ...(errorOf(form, 'ideas') && { error: errorOf(form, 'ideas') }),
  })

const choiceOf = <Value extends string>(
  form: MakingForm,
  name: FieldsOf<typeof makeBallot>,
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
