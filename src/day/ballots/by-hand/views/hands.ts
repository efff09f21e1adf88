import { button } from '../../../../platform/face/button.ts'
import { checkboxes } from '../../../../platform/face/checkboxes.ts'
import { element } from '../../../../platform/face/element.ts'
import { fieldset } from '../../../../platform/face/fieldset.ts'
import { explained, groupClasses } from '../../../../platform/face/field.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import type { SummaryRow } from '../../../../platform/face/summary-list.ts'
import {
  asked,
  errorOf,
  valueOf,
  valuesOf,
  type FieldsOf,
  type FormState,
} from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import { handsCannot } from '../rules/hands.ts'
import { turnoutInWords } from '../../voting/rules/turnout.ts'
import { choosableBy } from '../../voting/rules/vote.ts'
import type { BallotShown } from '../../counting/store/results.ts'
import type { OnRoll } from '../../voting/store/roll.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { notCounted } from './paper.ts'
import type { recordHands } from '../commands/recording.ts'

export interface HandsProps {
  at: BallotNouns
  shown: BallotShown
  roll: OnRoll[]
}

const votes = (number: number) => (number === 1 ? '1 has' : `${number} have`)

/** The teams, each with how many of those who are here can still raise a hand. */
export function handsPage({ at, shown, roll }: HandsProps): Html {
  const cannot = handsCannot[shown.method]
  const teams = [...Map.groupBy(roll, ({ team }) => team)]
  const title = html`<h1 class="nhsuk-heading-l">Put down a show of hands</h1>
    <p>${shown.question}</p>`
  if (shown.state !== 'open')
    return html`${title}
      <p>This vote is not open.</p>`
  if (cannot)
    return html`${title}
      <p>${cannot}</p>
      <p><a href="${paths.paperVote(at)}">Put down a vote</a></p>`
  return html`${title}
    <p>${turnoutInWords(shown)}.</p>
    <p>Ask one ${shown.teamNoun} at a time. Whoever has voted already keeps their hand down.</p>
    <ul class="nhsuk-list">
      ${teams.map(([team, people]) => {
        const waiting = people.filter((one) => !one.voted)
        const here = waiting.filter(({ arrived }) => arrived).length
        return html`<li>
          ${
            waiting.length === 0
              ? html`${people[0]!.teamName}: everyone has voted`
              : html`<a href="${paths.teamHands({ ...at, team })}">${people[0]!.teamName}</a>:
                  ${here === 0 ? 'nobody here who has not voted' : `${votes(here)} arrived and not voted`}`
          }
        </li>`
      })}
    </ul>`
}

type HandsForm = FormState<FieldsOf<typeof recordHands>>

export interface TeamHandsProps extends HandsProps {
  team: string
  teamName: string
  secret: string
  form: HandsForm
  sending: FormToken
}

/** Hands for each idea, and who raised one: at first everyone of the team who is here and has not voted. */
export function teamHandsPage({
  at,
  shown,
  roll,
  team,
  teamName,
  secret,
  form,
  sending,
}: TeamHandsProps): Html {
  const ofTeam = roll.filter((one) => one.team === team)
  const waiting = ofTeam.filter((one) => !one.voted)
  const title = html`<h1 class="nhsuk-heading-l">Hands of ${teamName}</h1>
    <p>${shown.question}</p>`
  if (shown.state !== 'open' || waiting.length === 0)
    return html`${title}
      <p>
        ${shown.state === 'open' ? 'Everyone on the list of voters has voted.' : 'This vote is not open.'}
      </p>
      ${notCounted(enteredOf(shown, form))}`
  return html`${title}
  ${postingForm(
    { action: paths.teamHands({ ...at, team }), sending, attributes: { autocomplete: 'off' } },
    html`<input type="hidden" name="secret" value="${secret}" />`,
    handsFields(shown, team, form),
    checkboxes({
      name: 'voters',
      fieldset: { legend: { text: 'Who raised a hand', size: 's' } },
      hint: 'Those who are here and have not voted are ticked. Untick who did not raise a hand.',
      values: valuesOf(form, 'voters'),
      items: waiting.map(({ voter, name, arrived, late }) => ({
        value: voter,
        text: name,
        ...((!arrived || late) && {
          hint: late ? 'Signed up or changed who they come with after the vote opened' : 'Not seen to arrive',
        }),
      })),
      ...(errorOf(form, 'voters') && { error: errorOf(form, 'voters') }),
    }),
    html`<p>Which hand was whose is not kept, so it cannot be changed once it is saved. Count twice.</p>`,
    button({ text: 'Save the hands', preventDoubleClick: true }),
  )}`
}

const fieldOf = (idea: string) => `hands-${idea}` as const

const enteredOf = ({ options }: BallotShown, form: HandsForm): SummaryRow[] =>
  options
    .map(({ idea, title }) => ({ key: title, value: valueOf(form, fieldOf(idea)) }))
    .filter(({ value }) => value !== '')

function handsFields(shown: BallotShown, team: string, form: HandsForm): Html {
  const error = errorOf(form, 'hands')
  const { describedBy, markup } = explained('hands', { ...(error && { error }) })
  return element(
    'div',
    { class: groupClasses({ ...(error && { error }) }), id: 'hands' },
    fieldset({
      legend: { text: 'Hands for each idea', size: 's' },
      ...(describedBy && { describedBy }),
      content: html`${markup}${choosableBy(team, shown).map(({ idea, title, teamName }) =>
        input({
          ...asked(form, fieldOf(idea)),
          label: html`${title} <span class="nhsuk-u-secondary-text-colour">(${teamName})</span>`,
          width: 3,
          inputmode: 'numeric',
          autocomplete: 'off',
        }),
      )}`,
    }),
  )
}
