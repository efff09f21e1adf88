import { button } from '../../../../platform/face/button.ts'
import { day, dayOf } from '../../../../platform/face/dates.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { insetText } from '../../../../platform/face/inset-text.ts'
import { postingButton, postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import { radios } from '../../../../platform/face/radios.ts'
import { textarea } from '../../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import { ownIdeaNames, ownIdeaRules, stateNames } from '../../ballot/rules/ballot.ts'
import { openIn, tiedIn } from '../rules/result.ts'
import { ownIdeaMeans } from '../rules/second-vote.ts'
import type { BallotShown, LinkedBallot, OptionShown } from '../store/results.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { optionItems } from '../../ballot/views/choice-fields.ts'
import type { decideTie } from '../commands/ties.ts'

export interface TieProps {
  at: BallotNouns
  shown: BallotShown
  organising: boolean
  sending: FormToken
}

/** The end of a result that names no winner, or for organisers how to decide it. */
export function tiePart(props: TieProps): Html | undefined {
  const { at, shown, organising } = props
  const { result, runOff, runOffOf } = shown
  const before =
    runOffOf &&
    html`<p>
      This vote decides what another left open:
      <a href="${paths.ballot({ ...at, ballot: runOffOf.ballot })}">${runOffOf.question}</a>
    </p>`
  if (!result || openIn(result).length === 0) return before
  const tied = tiedIn(result).length > 0
  const open = !result.decided && !runOff
  return html`${before}
    <h2 class="nhsuk-heading-m" id="open">${tied ? 'The tie' : 'Which idea comes first'}</h2>
    ${result.decided && decision(props, result.decided)} ${runOff && otherVote(props, runOff)}
    ${open && !organising && html`<p>How it is decided has not been recorded yet.</p>`}
    ${open && organising && resolving(props, tied)}`
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

const otherVote = (
  { at, organising, sending }: TieProps,
  { ballot, question, state, unused }: LinkedBallot,
): Html =>
  html`<p>
      There is a second vote: <a href="${paths.ballot({ ...at, ballot })}">${question}</a>.
      ${stateNames[state]}.
    </p>
    ${
      organising &&
      unused &&
      html`<p>
          Taken back, it decides nothing here, and stays among the votes. You can then record a decision.
        </p>
        ${postingButton(
          { action: paths.runOffRemoval(at), sending },
          { text: 'Take the second vote back', variant: 'secondary', small: true },
        )}`
    }`

const resolving = ({ at, shown }: TieProps, tied: boolean): Html =>
  html`<p>
      ${tied ? 'The votes do not say which comes first.' : 'The result does not say which comes first.'}
      Decide together and record how, or vote again.
    </p>
    ${
      openIn(shown.result!).length > 1 &&
      button({
        text: tied ? 'Vote again between the tied ideas' : 'Vote again between these ideas',
        href: paths.runOff(at),
      })
    }
    <p><a href="${paths.tieDecision(at)}">Record how it was decided</a></p>`

export interface SecondVoteProps {
  at: BallotNouns
  shown: BallotShown
  /** The ideas that will be in it. */
  options: OptionShown[]
  form: FormState<'ownIdea'>
  sending: FormToken
}

/** The second vote, as it will be before it is made. */
export const secondVotePage = ({ at, shown, options, form, sending }: SecondVoteProps): Html =>
  html`<h1 class="nhsuk-heading-l">Vote again</h1>
    <p>${shown.question}</p>
    <p>A second vote between:</p>
    <ul>
      ${options.map(({ title, teamName }) => html`<li>${title} (${teamName})</li>`)}
    </ul>
    <p>${ownIdeaMeans(options, shown.teamNoun)}</p>
    ${postingForm(
      { action: paths.runOff(at), sending },
      radios({
        ...asked(form, 'ownIdea'),
        fieldset: { legend: { text: `Votes for the idea of the voter’s own ${shown.teamNoun}`, size: 's' } },
        items: ownIdeaRules.map((rule) => ({ value: rule, text: ownIdeaNames(shown.teamNoun)[rule] })),
      }),
      button({ text: 'Make the second vote', preventDoubleClick: true }),
    )}`

export interface DecidingProps {
  at: BallotNouns
  question: string
  /** The ideas that can be first. */
  options: OptionShown[]
  form: FormState<FieldsOf<typeof decideTie>>
  sending: FormToken
}

export const decidingPage = ({ at, question, options, form, sending }: DecidingProps): Html =>
  html`<h1 class="nhsuk-heading-l">Record how it was decided</h1>
    <p>${question}</p>
    ${postingForm(
      { action: paths.tieDecision(at), sending },
      radios({
        ...asked(form, 'idea'),
        fieldset: { legend: { text: 'Which idea comes first', size: 's' } },
        classes: 'app-options',
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
