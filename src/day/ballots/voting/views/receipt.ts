import { grouped } from '../../../../platform/auth/codes.ts'
import { button } from '../../../../platform/face/button.ts'
import { details } from '../../../../platform/face/details.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { panel } from '../../../../platform/face/panel.ts'
import { postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import { asked, type FormState } from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import type { BallotState } from '../../ballot/rules/ballot.ts'
import type { BallotNouns } from '../store/voting.ts'

/** From every page on which somebody may wonder whether their vote has arrived. */
export const receiptLink = (at: BallotNouns): Html =>
  html`<p class="app-not-printed"><a href="${paths.voteDone(at)}">Check that a vote is counted</a></p>`

export interface ReceivedProps {
  at: BallotNouns
  question: string
  state: BallotState
  /** The visitor has a vote here. */
  votes: boolean
  /** Their vote is counted, wherever it came from. */
  voted: boolean
  /** One vote for each team: the lead's is the team's. */
  ofTeam: boolean
  teamNoun: string
  /** The address of this page, to be opened on another device. */
  whole: string
  /** The secret that this device keeps, if its vote is counted. */
  secret?: string
  /** The page of the day, while that runs. */
  now?: string
  form: FormState<'secret'>
  sending: FormToken
}

/** Says whether a vote is counted, to the holder of its receipt: never its voter, and never its choice. */
export const receivedPage = (props: ReceivedProps): Html =>
  props.secret ? ownReceipt({ ...props, secret: props.secret }) : checkingPage(props)

/** The sentence about the visitor's vote on this device. */
const heldHere = ({ votes, voted, state }: ReceivedProps): string => {
  if (!voted) return votes ? 'This device holds no vote here.' : ''
  const change =
    state === 'open' ? ' Only the device it came from can change it, or whoever has its receipt code.' : ''
  return `You have voted, from another device or on paper, and that vote is counted.${change}`
}

const checkingPage = (props: ReceivedProps): Html =>
  html`<h1 class="nhsuk-heading-l">Check that a vote is counted</h1>
    <p>${props.question}</p>
    ${
      props.state === 'made'
        ? html`<p>Voting has not opened yet.</p>`
        : html`<p>
              ${heldHere(props)} Enter the receipt code that was shown when the vote was given. Anybody who
              has a code can check it here, also after voting has closed. The answer never says whose vote it
              is or what was chosen.
            </p>
            ${receiptForm(props.at, props.form, props.sending)}
            <p>Votes on paper and by a show of hands have no receipt code.</p>`
    }`

function ownReceipt({
  at,
  question,
  state,
  votes,
  ofTeam,
  teamNoun,
  whole,
  secret,
  now,
  form,
  sending,
}: ReceivedProps & { secret: string }) {
  return html`${panel({ heading: 'Your vote is counted', content: question })}
    <p>
      ${
        ofTeam
          ? `What you chose is shown under the name of your ${teamNoun} when the result is revealed, and nowhere before.`
          : 'What you chose is kept secret, also on this page.'
      }
      This is the receipt code of your vote:
    </p>
    <p><strong id="receipt">${grouped(secret)}</strong></p>
    ${now && button({ text: 'Back to Now', href: now })}
    <p>
      Keep the code to yourself: whoever has it can check that the vote is counted, and
      ${ofTeam ? `whoever leads your ${teamNoun} with you` : `somebody else of your ${teamNoun} who has voted`}
      can change it while voting is open. We do not keep it.
    </p>
    ${votes && state === 'open' && html`<p><a href="${paths.vote(at)}">Change your vote</a></p>`}
    <p>
      <a href="${paths.ballot(at)}">${state === 'open' ? 'See how many votes are in' : 'Go to the vote'}</a>
    </p>
    <h2 class="nhsuk-heading-s">Where to check it</h2>
    <p>
      On this page: it finds your vote by itself. On any other device, also after voting has closed and
      without signing in, enter the code at
      <a href="${whole}">“Check that a vote is counted”</a>. Every page of this vote leads there.
    </p>
    ${details({
      summary: 'Check another receipt code',
      content: receiptForm(at, form, sending),
      open: Object.keys(form.errors).length > 0,
    })}`
}

const receiptForm = (at: BallotNouns, form: FormState<'secret'>, sending: FormToken): Html =>
  postingForm(
    { action: paths.voteDone(at), sending },
    input({
      ...asked(form, 'secret'),
      label: 'Receipt code',
      hint: 'Spaces and small letters are fine',
      autocomplete: 'off',
      spellcheck: false,
      code: true,
    }),
    button({ text: 'Check', preventDoubleClick: true }),
  )
