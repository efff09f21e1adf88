import type { AtEvent } from '../../../before/events/rules.ts'
import { turnoutInWords, turnoutAtClosing } from '../../../day/ballots/voting/rules/turnout.ts'
import { stateNames } from '../../../day/ballots/ballot/rules/ballot.ts'
import { holdsScreen } from '../../../day/ballots/counting/rules/reveal.ts'
import { openIn } from '../../../day/ballots/counting/rules/result.ts'
import type { BallotShown } from '../../../day/ballots/counting/store/results.ts'
import { revealButtons } from '../../../day/ballots/counting/views/reveal.ts'
import { answeredOf } from '../../../day/feedback/views/results.ts'
import { showsNames } from '../../../day/programme/rules/links.ts'
import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton } from '../../../platform/face/command-form.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { DeskProps } from '../reading.ts'

const fromDesk = (path: string) => `${path}?from=desk`

const closeButton = (nouns: AtEvent & { ballot: string }, sentence = 'Close the vote') =>
  button({ text: sentence, href: fromDesk(paths.ballotClosure(nouns)), variant: 'secondary' })

function nextStep(shown: BallotShown, { day, sending }: DeskProps): Html | undefined {
  const nouns = { ...day.at, ballot: shown.ballot }
  if (shown.state === 'made')
    return postingButton(
      { action: fromDesk(paths.ballotOpening(nouns)), sending },
      { text: 'Open the vote', variant: 'secondary' },
    )
  if (shown.state === 'open') return closeButton(nouns)
  if (shown.state === 'closed') return revealButtons({ at: nouns, shown, sending, from: 'desk' })
  if (holdsScreen(shown, day.event, day.now) && day.standing.on?.ballot_id !== shown.ballot)
    return html`<p>The big screen shows this result until the programme moves on.</p>
      ${postingButton(
        { action: fromDesk(paths.ballotOffScreen(nouns)), sending },
        { text: 'Take it off the big screen', variant: 'secondary' },
      )}`
  return undefined
}

/** A vote that is open though its part of the day is over: an offer, because nothing closes by itself. */
export function stillOpen({ day, ballots }: DeskProps): Html[] {
  const over = new Set(day.items.filter((item) => item.finished_at !== null).map((item) => item.ballot_id))
  return ballots
    .filter(
      (shown) =>
        shown.state === 'open' && over.has(shown.ballot) && day.standing.on?.ballot_id !== shown.ballot,
    )
    .map((shown) =>
      insetText({
        content: html`<p>The vote “${shown.question}” is still open.</p>
          ${closeButton({ ...day.at, ballot: shown.ballot }, 'Close this vote')}`,
      }),
    )
}

/** The displays of a vote that waits or is open: without this, its host would wonder where it is seen. */
function whereShown({ ballot, state }: BallotShown, { day, links }: DeskProps): Html | undefined {
  if ((state !== 'made' && state !== 'open') || day.standing.on?.ballot_id === ballot) return undefined
  const hasRow = day.items.some((item) => item.ballot_id === ballot)
  const chosen = links.some(({ opens, shows }) => opens === 'screen' && shows === 'vote')
  const phones = state === 'open' ? 'Phones show it below what is on.' : 'Phones show it once it is open.'
  const screen = chosen
    ? `The Screen shows ${state === 'open' ? 'the vote opened last' : 'it then'}.`
    : `The Screen shows it ${hasRow ? 'while its row is on, or ' : ''}if you choose “${showsNames.vote}” under “Screens and presenter”.`
  return html`<p>${phones} ${screen}</p>`
}

/** The way to the decision that people have to make, as the votes name no winner. */
function undecided({ ballot, result, runOff }: BallotShown, { day }: DeskProps): Html | undefined {
  if (!result || result.decided || runOff || openIn(result).length === 0) return undefined
  return html`<p>
    <a href="${paths.ballot({ ...day.at, ballot })}#open">Decide which idea comes first, or vote again</a>
  </p>`
}

/** The teams whose lead has still to confirm their choice, so that somebody asks them. */
function unconfirmed({ ballot, teamNoun }: BallotShown, { day, toConfirm }: DeskProps): Html | undefined {
  const open = toConfirm.filter((one) => one.ballot === ballot)
  if (open.length === 0) return undefined
  const named = (some: typeof open) => some.map(({ teamName }) => teamName).join(', ')
  const [said, unsaid] = [open.filter(({ idea }) => idea), open.filter(({ idea }) => !idea)]
  return html`<p>
    ${said.length > 0 && `Chosen by vote, to be confirmed by the lead: ${named(said)}.`}
    ${unsaid.length > 0 && `The lead says what the ${teamNoun} chose, as the vote does not: ${named(unsaid)}.`}
    <a href="${paths.ballot({ ...day.at, ballot })}#choices">See what each chose</a>
  </p>`
}

function ballotCard(shown: BallotShown, props: DeskProps): Html {
  return card({
    heading: { text: shown.question, size: 's' },
    content: html`<p>
        ${tag({ text: stateNames[shown.state], colour: shown.state === 'open' ? 'green' : 'blue' })}
      </p>
      ${
        shown.turnout.length > 0 &&
        html`<p class="nhsuk-u-font-weight-bold">
          ${shown.state === 'open' ? turnoutInWords(shown) : turnoutAtClosing(shown)}
        </p>`
      }
      ${shown.result && html`<p>${shown.result.sentence}</p>`} ${undecided(shown, props)}
      ${unconfirmed(shown, props)} ${whereShown(shown, props)} ${nextStep(shown, props)}
      <p>
        <a href="${paths.ballot({ ...props.day.at, ballot: shown.ballot })}">Everything about this vote</a>
      </p>`,
  })
}

/** True for a vote that somebody has to do something about at this moment. */
const isOfNow = (shown: BallotShown, { day }: DeskProps): boolean =>
  shown.state === 'open' ||
  shown.state === 'closed' ||
  day.standing.on?.ballot_id === shown.ballot ||
  holdsScreen(shown, day.event, day.now)

const openFirst = (one: BallotShown, other: BallotShown) =>
  Number(other.state === 'open') - Number(one.state === 'open')

/** The votes of this moment, the open one first. */
export const votesOfNow = (props: DeskProps): Html[] =>
  props.ballots
    .filter((shown) => isOfNow(shown, props))
    .toSorted(openFirst)
    .map((shown) => ballotCard(shown, props))

/** The votes that wait, and those whose result is out. */
export function otherVotes(props: DeskProps): Html | undefined {
  const others = props.ballots.filter((shown) => !isOfNow(shown, props))
  if (others.length === 0) return undefined
  return details({
    summary: `Votes before and after (${others.length})`,
    content: html`${others.map((shown) => ballotCard(shown, props))}`,
  })
}

/** The feedback form, while people are asked or have been. */
export function feedbackCard({ day: { at, feedback } }: DeskProps): Html | undefined {
  if (feedback.state === 'made') return undefined
  return card({
    heading: { text: 'Feedback', size: 's' },
    content: html`<p>${answeredOf(feedback)}</p>
      ${
        feedback.state === 'open'
          ? button({ text: 'Close the form', href: paths.feedbackClosure(at), variant: 'secondary' })
          : button({ text: 'See what they said', href: paths.feedbackResults(at), variant: 'secondary' })
      }`,
  })
}
