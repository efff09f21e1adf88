import { button } from '../../../../platform/face/button.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import { radios } from '../../../../platform/face/radios.ts'
import { summaryList, type SummaryRow } from '../../../../platform/face/summary-list.ts'
import { asked, valueOf, valuesOf, type FieldsOf, type FormState } from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import { wayNames } from '../../ballot/rules/ballot.ts'
import { labelOf } from '../../voting/rules/voter-search.ts'
import { handsCannot } from '../rules/hands.ts'
import { turnoutInWords } from '../../voting/rules/turnout.ts'
import { ordinal } from '../../ballot/rules/option-order.ts'
import type { BallotShown } from '../../counting/store/results.ts'
import type { OnRoll } from '../../voting/store/roll.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { choiceFields } from '../../ballot/views/choice-fields.ts'
import { counted } from '../../../../platform/text/english.ts'
import type { recordVote } from '../commands/recording.ts'

export interface PaperProps {
  at: BallotNouns
  shown: BallotShown
  roll: OnRoll[]
  secret: string
  form: FormState<FieldsOf<typeof recordVote>>
  sending: FormToken
}

const votes = (number: number) => counted(number, 'vote')

/** The progress with the papers. */
function countOf({ shown, roll }: PaperProps): Html {
  const by = (way: OnRoll['way']) => roll.filter((one) => one.voted && one.way === way).length
  return html`<p>
    Put down so far: <strong>${votes(by('paper'))} on paper</strong> and ${votes(by('hands'))} by hands.
    ${turnoutInWords(shown)}.
  </p>`
}

/** One form for one vote after another: type a name, choose, check, and the next. */
export function paperPage(props: PaperProps): Html {
  const { at, shown, roll, secret, form, sending } = props
  const title = html`<h1 class="nhsuk-heading-l">Put down a vote</h1>
    <p>${shown.question}</p>`
  if (shown.state !== 'open')
    return html`${title}
      <p>This vote is not open.</p>
      ${notCounted(enteredOf(props))}`
  const waiting = roll.filter((one) => !one.voted)
  if (waiting.length === 0)
    return html`${title} ${countOf(props)}
      <p>Everyone on the list of voters has voted.</p>`
  return html`${title} ${countOf(props)}
  ${postingForm(
    { action: paths.paperVote(at), sending, attributes: { autocomplete: 'off' } },
    html`<input type="hidden" name="secret" value="${secret}" />`,
    input({
      ...asked(form, 'voter'),
      value: inWords(valueOf(form, 'voter'), roll),
      label: { text: 'Whose vote it is', size: 's' },
      hint: 'Enter the beginning of the name, or choose from the list',
      autocomplete: 'off',
      spellcheck: false,
      attributes: { list: 'people', autofocus: true },
    }),
    html`<datalist id="people">
      ${waiting.map((one) => html`<option value="${labelOf(one)}"></option>`)}
    </datalist>`,
    choiceFields({
      voted: shown,
      options: shown.options,
      form,
      legend: { text: 'What they chose', size: 's' },
    }),
    radios({
      ...asked(form, 'way'),
      classes: 'nhsuk-radios--inline',
      fieldset: { legend: { text: 'How it was given', size: 's' } },
      items: (['paper', 'hands'] as const).map((way) => ({ value: way, text: wayNames[way] })),
    }),
    button({ text: 'Check and save', preventDoubleClick: true }),
  )}
  ${
    !handsCannot[shown.method] &&
    html`<p><a href="${paths.handsVote(at)}">Put down a show of hands, many at once</a></p>`
  }`
}

/** A found voter goes by an id until the vote is saved; a host who comes back to change it reads the name again. */
function inWords(typed: string, roll: readonly OnRoll[]): string {
  const found = roll.find((one) => one.voter === typed)
  if (!found) return typed
  const label = labelOf(found)
  return roll.filter((one) => labelOf(one) === label).length === 1 ? label : typed
}

/** Names of ideas as they stand on the paper: in order of preference, or as they come. */
const asOnPaper = ({ method, options }: BallotShown, choices: readonly string[]): string[] => {
  const titles = new Map(options.map(({ idea, title, teamName }) => [idea, `${title} (${teamName})`]))
  const named = choices.filter((idea) => idea !== '').map((idea) => titles.get(idea) ?? idea)
  return method === 'ranked' ? named.map((title, at) => `${ordinal(at + 1)}: ${title}`) : named
}

const onLines = (texts: readonly string[]): Html => html`${texts.map((text) => html`<div>${text}</div>`)}`

function enteredOf({ shown, roll, form }: PaperProps): SummaryRow[] {
  const typed = valueOf(form, 'voter')
  if (typed === '') return []
  const voter = roll.find((one) => one.voter === typed)
  return [
    { key: 'Whose vote', value: voter ? labelOf(voter) : typed },
    { key: 'What they chose', value: onLines(asOnPaper(shown, valuesOf(form, 'choice'))) },
  ]
}

/** Votes entered when voting had just closed: they are not lost, and the host can say so. */
export const notCounted = (rows: SummaryRow[]): Html | false =>
  rows.length > 0 &&
  html`<h2 class="nhsuk-heading-m">What you entered is not counted</h2>
    ${summaryList({ rows })}
    <p>Keep it, and say so to whoever closed the vote, if it should have been.</p>`

export interface CheckProps extends PaperProps {
  found: OnRoll
  choices: string[]
}

/** It cannot be changed afterwards, because nothing says which vote it was; so it is looked at once more. */
export function checkPaperPage({ at, shown, form, sending, found, choices }: CheckProps): Html {
  const hidden = Object.entries({ ...form.values, voter: found.voter, choice: choices }).flatMap(
    ([name, value]) =>
      [value].flat().map((one) => html`<input type="hidden" name="${name}" value="${one}" />`),
  )
  const { value: way } = asked(form, 'way')
  return html`<h1 class="nhsuk-heading-l">Is this what stands on the paper?</h1>
    ${summaryList({
      rows: [
        { key: 'Whose vote', value: labelOf(found) },
        { key: 'What they chose', value: onLines(asOnPaper(shown, choices)) },
        { key: 'How it was given', value: wayNames[way === 'hands' ? 'hands' : 'paper'] },
      ],
    })}
    <p>It cannot be changed once it is saved: nothing will say which of the votes was theirs.</p>
    ${postingForm(
      { action: paths.paperVote(at), sending },
      hidden,
      html`<div class="nhsuk-button-group">
        ${button({
          text: 'Save, and put down the next',
          name: '_step',
          value: 'confirmed',
          preventDoubleClick: true,
          attributes: { autofocus: true },
        })}
        ${button({ text: 'Change it', name: '_step', value: 'change', variant: 'secondary' })}
      </div>`,
    )}`
}
