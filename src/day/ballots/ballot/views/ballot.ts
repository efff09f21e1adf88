import type { AtEvent } from '../../../../before/events/rules.ts'
import { button } from '../../../../platform/face/button.ts'
import { dayAndTime } from '../../../../platform/face/dates.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { insetText } from '../../../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../../../platform/face/command-form.ts'
import { tag, type TagColour } from '../../../../platform/face/tag.ts'
import { paths } from '../../../../paths.ts'
import { methodSentence, ownIdeaNames, stateNames, type BallotState } from '../rules/ballot.ts'
import { handsCannot } from '../../by-hand/rules/hands.ts'
import { whatWillBeHidden } from '../../counting/rules/suppression.ts'
import type { BallotShown } from '../../counting/store/results.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { receiptLink } from '../../voting/views/receipt.ts'
import { resultDetail, teamChoices, type ConfirmedChoice } from '../../counting/views/result.ts'
import { revealButtons } from '../../counting/views/reveal.ts'
import { ballotScreen } from '../../counting/views/screen.ts'
import { tiePart } from '../../counting/views/ties.ts'

const colours: Record<BallotState, TagColour> = {
  made: 'grey',
  open: 'green',
  closed: 'yellow',
  revealed: 'blue',
}

export const stateTag = (state: BallotState): Html => tag({ text: stateNames[state], colour: colours[state] })

const announced: Record<BallotState, string> = {
  made: 'The vote is not open yet',
  open: 'Voting is open',
  closed: 'Voting has closed',
  revealed: 'The result is revealed',
}

/** The part of the page that tells the state: what is only true of one state gives way to it when it changes. */
export const statePart = (state: BallotState): Html =>
  html`<p data-state="${state}" data-announce="${announced[state]}">${stateTag(state)}</p>`

/** Parts that only some see, and no stream updates: shown while the vote is as it was when the page was made. */
const meanwhile = {
  made: { shown: 'app-while-made', since: 'app-since-made', says: 'vote and to see the rest' },
  open: { shown: 'app-while-open', since: 'app-since-open', says: 'see what can be done now' },
  closed: { shown: 'app-while-closed', since: 'app-since-closed', says: 'see the rest of the result' },
}

const whileSo = (state: BallotState, content: Html | undefined): Html | undefined =>
  state === 'revealed' || !content ? content : html`<div class="${meanwhile[state].shown}">${content}</div>`

const refreshOnceChanged = (at: BallotNouns, state: BallotState): Html | false =>
  state !== 'revealed' &&
  html`<p class="${meanwhile[state].since}">
    <a href="${paths.ballot(at)}">Refresh</a> to ${meanwhile[state].says}.
  </p>`

export interface BallotProps {
  at: BallotNouns
  shown: BallotShown
  choices: ConfirmedChoice[]
  /** The form for this visitor's vote, where they may. */
  voting: Html | undefined
  organising: boolean
  /** Leads a team, whose people may vote on a device that they share. */
  leading: boolean
  sending: FormToken
}

export function ballotPage({ at, shown, choices, voting, organising, leading, sending }: BallotProps): Html {
  const { state, question, method, ownIdea, teamNoun, closedAt } = shown
  return html`<h1 class="nhsuk-heading-l">${question}</h1>
    <div data-part="state">${statePart(state)}</div>
    ${state === 'open' && whileSo(state, voting)}
    <div data-part="turnout">${ballotScreen(shown)}</div>
    ${refreshOnceChanged(at, state)}
    ${state === 'open' && whileSo(state, html`<p data-refresh><a href="${paths.ballot(at)}">Refresh</a> to see how many have voted.</p>`)}
    <div data-part="teams">${resultDetail(shown)}</div>
    ${tiePart({ at, shown, organising, sending })} ${teamChoices({ at, shown, choices })}
    ${organising && whileSo(state, organisersPart(at, shown, sending))}
    ${state === 'made' && ideasListed(shown)}
    ${
      state === 'open' &&
      leading &&
      !organising &&
      method !== 'team' &&
      whileSo(
        state,
        html`<p>
          <a href="${paths.newTablet(at)}">Let the people of your ${teamNoun} vote on this device</a>
        </p>`,
      )
    }
    <section class="nhsuk-u-reading-width">
      <h2 class="nhsuk-heading-s">How this vote works</h2>
      <ul>
        <li>${methodSentence(shown)}</li>
        <li>${ownIdeaNames(teamNoun)[ownIdea]}.</li>
        <li>The result is sealed until an organiser reveals it. Ties are shown as ties.</li>
        ${
          method !== 'team' &&
          html`<li>
            Votes are secret. The whole result is shown once 3 people have voted. Where fewer than 3 people of
            a ${teamNoun} voted, its votes are shown only together with those of others.
            <a class="app-not-printed" href="${paths.ballotSecrecy({})}">How secret a vote is</a>
          </li>`
        }
        ${closedAt && html`<li>Voting closed on ${dayAndTime(closedAt)}.</li>`}
      </ul>
      ${state !== 'made' && receiptLink(at)}
    </section>`
}

const ideasListed = ({ options }: BallotShown): Html =>
  html`<h2 class="nhsuk-heading-m">Ideas to choose from</h2>
    <ul>
      ${options.map(({ title, teamName }) => html`<li>${title} (${teamName})</li>`)}
    </ul>`

const printing = (at: BallotNouns): Html =>
  html`<li><a href="${paths.ballotPapers(at)}">Print voting papers</a></li>
    <li><a href="${paths.rollSheet(at)}">Print the list of voters to tick off</a></li>`

function organisersPart(at: BallotNouns, shown: BallotShown, sending: FormToken): Html | undefined {
  const { state, method } = shown
  if (state === 'revealed') return undefined
  return html`<h2 class="nhsuk-heading-m">For organisers</h2>
    ${
      state === 'made' &&
      html`<p>Once it is open, the question and the ideas cannot be changed any more.</p>
        ${postingButton({ action: paths.ballotOpening(at), sending }, { text: 'Open the vote' })}
        <ul class="nhsuk-list">
          <li><a href="${paths.editBallot(at)}">Change the question or the ideas</a></li>
          <li><a href="${paths.ballotRemoval(at)}">Take this vote away</a></li>
          ${printing(at)}
        </ul>`
    }
    ${
      state === 'open' &&
      html`<ul class="nhsuk-list">
          ${printing(at)}
          <li><a href="${paths.paperVote(at)}">Put down a vote on paper</a></li>
          ${!handsCannot[method] && html`<li><a href="${paths.handsVote(at)}">Put down a show of hands</a></li>`}
          <li><a href="${paths.newTablet(at)}">Let people vote on this device</a></li>
          <li><a href="${paths.ballotRoll(at)}">See who has voted</a></li>
        </ul>
        ${button({ text: 'Close the vote', href: paths.ballotClosure(at), variant: 'secondary' })}`
    }
    ${
      state === 'closed' &&
      html`<p>
          Reveal it to everyone at once, here and on the big
          screen${shown.bars && shown.bars.of > 1 ? ', or on the big screen step by step first' : ''}.
        </p>
        ${revealButtons({ at, shown, sending })}`
    }`
}

export interface ListedBallot {
  ballot: string
  question: string
  state: BallotState
}

export interface BallotsProps {
  at: AtEvent
  ballots: ListedBallot[]
  organising: boolean
  notRecorded: string | undefined
}

export const ballotsPage = ({ at, ballots, organising, notRecorded }: BallotsProps): Html =>
  html`<h1 class="nhsuk-heading-l">Votes</h1>
    ${
      ballots.length === 0
        ? html`<p>
            ${notRecorded ? `${notRecorded}: who voted for what at this event is not known.` : 'There is no vote yet.'}
            ${!notRecorded && organising && ' Make one of the change ideas.'}
          </p>`
        : html`<ul class="nhsuk-list">
            ${ballots.map(
              ({ ballot, question, state }) =>
                html`<li>
                  <a href="${paths.ballot({ ...at, ballot })}">${question}</a>
                  ${stateTag(state)}
                </li>`,
            )}
          </ul>`
    }
    ${organising && button({ text: 'Prepare a vote', href: paths.newBallot(at) })}`

export interface ClosingProps {
  at: BallotNouns
  shown: BallotShown
  sending: FormToken
  fromDesk: boolean
}

/** The forecast of what the result hides, before it is too late to let more people vote. */
function willBeHidden(shown: BallotShown): Html | undefined {
  const hidden = whatWillBeHidden(shown)
  return hidden === undefined ? undefined : insetText({ content: html`<p>${hidden}</p>` })
}

export const closingPage = ({ at, shown, sending, fromDesk }: ClosingProps): Html =>
  html`<h1 class="nhsuk-heading-l">Close this vote?</h1>
    <p>${shown.question}</p>
    ${ballotScreen(shown)} ${shown.state === 'open' && willBeHidden(shown)}
    <p>After this nobody can vote or change a vote, and the vote cannot be opened again.</p>
    ${
      shown.state === 'open'
        ? postingButton(
            { action: `${paths.ballotClosure(at)}${fromDesk ? '?from=desk' : ''}`, sending },
            { text: 'Close the vote', variant: 'warning' },
          )
        : html`<p>This vote is not open.</p>`
    }
    <p><a href="${fromDesk ? paths.desk(at) : paths.ballot(at)}">Go back without closing it</a></p>`
