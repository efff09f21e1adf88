import { button } from '../../../platform/face/button.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, postingForm, type Sending } from '../../../platform/face/posting.ts'
import { radios } from '../../../platform/face/radios.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, type FormState } from '../../../platform/http/form.ts'
import { paths } from '../../../paths.ts'
import { stateNames } from '../rules/ballot.ts'
import { tiedIn } from '../rules/result.ts'
import type { BallotShown, LinkedBallot, OptionShown } from '../store/results.ts'
import type { BallotNouns } from '../store/voting.ts'
import { optionItems } from './choosing.ts'

export interface TieProps {
  at: BallotNouns
  shown: BallotShown
  organising: boolean
  sending: Sending
}

/** What became of a tie: a decision, another vote, or for organisers how to come to either. */
export function tiePart(props: TieProps): Html | undefined {
  const { at, shown, organising } = props
  const { result, runOff, runOffOf } = shown
  const before =
    runOffOf &&
    html`<p>
      This vote is between the ideas that were tied in
      <a href="${paths.ballot({ ...at, ballot: runOffOf.ballot })}">${runOffOf.question}</a>
    </p>`
  if (!result || tiedIn(result).length === 0) return before
  return html`${before}
    <h2 class="nhsuk-heading-m">The tie</h2>
    ${result.decided && decision(props, result.decided)} ${runOff && otherVote(at, runOff)}
    ${!result.decided && !runOff && !organising && html`<p>How it is resolved has not been recorded yet.</p>`}
    ${!result.decided && organising && resolving(props)}`
}

function decision(
  { at, shown, organising, sending }: TieProps,
  { idea, reason, decidedBy, on }: NonNullable<NonNullable<BallotShown['result']>['decided']>,
): Html {
  const title = shown.options.find((option) => option.idea === idea)?.title ?? idea
  return html`${insetText({
    content: html`<p><strong>Decided: ${title}</strong></p>
      <p>${reason}</p>
      <p>By ${decidedBy}, recorded on ${day(dayOf(on))}</p>`,
  })}
  ${
    organising &&
    postingButton(
      { action: paths.tieDecisionRemoval(at), sending },
      { text: 'Take this decision back', variant: 'secondary', small: true },
    )
  }`
}

const otherVote = (at: BallotNouns, { ballot, question, state, sentence }: LinkedBallot): Html =>
  html`<p>
    There is a second vote between the tied ideas:
    <a href="${paths.ballot({ ...at, ballot })}">${question}</a>. ${sentence ?? `${stateNames[state]}.`}
  </p>`

function resolving({ at, shown, sending }: TieProps): Html {
  return html`<p>Votes do not say which comes first. Decide together and record how, or vote again.</p>
    ${!shown.runOff && postingButton({ action: paths.runOff(at), sending }, { text: 'Vote again between the tied ideas' })}
    <p><a href="${paths.tieDecision(at)}">Record how the tie was decided</a></p>`
}

export interface DecidingProps {
  at: BallotNouns
  question: string
  /** The tied ideas. */
  options: OptionShown[]
  form: FormState
  sending: Sending
}

export const decidingPage = ({ at, question, options, form, sending }: DecidingProps): Html =>
  html`<h1 class="nhsuk-heading-l">Record how the tie was decided</h1>
    <p>${question}</p>
    ${postingForm(
      { action: paths.tieDecision(at), sending },
      radios({
        ...asked(form, 'idea'),
        fieldset: { legend: { text: 'Which idea comes first', size: 's' } },
        items: optionItems(options),
      }),
      input({
        ...asked(form, 'decidedBy'),
        label: { text: 'Who decided', size: 's' },
        hint: 'A group rather than a person: “everyone in the room”, “the programme board”. Everybody can read it.',
      }),
      textarea({
        ...asked(form, 'reason'),
        label: { text: 'How it was decided', size: 's' },
        hint: 'For example by a show of hands, by lot, or because of what can be started soonest.',
        rows: 3,
      }),
      button({ text: 'Record the decision', preventDoubleClick: true }),
    )}`
