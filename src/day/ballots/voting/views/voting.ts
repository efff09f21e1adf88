import { button } from '../../../../platform/face/button.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { insetText } from '../../../../platform/face/inset-text.ts'
import { postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import type { FormState } from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import { mostChoices, type Method } from '../../ballot/rules/ballot.ts'
import { lateVoter, nothingChosen } from '../rules/vote.ts'
import type { BallotNouns, Voting } from '../store/voting.ts'
import { choiceFields } from '../../ballot/views/choice-fields.ts'

export interface VoteFormProps {
  voting: Voting
  /** The secret of this device, or one minted for it now. */
  secret: string
  form: FormState<'choice'>
  sending: FormToken
  /** The question is the title of the page. */
  title?: boolean
  /** It was opened from Now, and leads back there. */
  fromNow?: boolean
  /** Stands in the place of the question, where that is on the page already. */
  legend?: string
}

const aChoice = (voting: Voting) => ({
  oneOf: ['choice'],
  or: nothingChosen[voting.method],
  inOrder: voting.method === 'ranked',
  ...(voting.method === 'several' && { most: mostChoices(voting, voting.options.length) }),
})

/** The question, the ideas and one button. Sent again from the same device, it changes the vote. */
export function voteForm({ voting, secret, form, sending, title, fromNow, legend }: VoteFormProps): Html {
  const { question, options, team, teamNoun, ownIdea, voted } = voting
  return postingForm(
    { action: paths.vote(nounsOf(voting)), sending, queue: { name: 'Your vote', needs: aChoice(voting) } },
    html`<input type="hidden" name="secret" value="${secret}" />`,
    // Not in the address: phones know the form of a vote by that, however somebody came to it.
    fromNow && html`<input type="hidden" name="from" value="now" />`,
    choiceFields({
      voted: voting,
      options,
      ...(ownIdea === 'apart' && { own: team }),
      form,
      legend: { text: legend ?? question, size: title ? 'l' : 'm', ...(title && { heading: true }) },
      hint: teamNoun
        ? `You vote for your ${teamNoun}. Its vote is shown under its name when the result is revealed.`
        : 'Your vote is secret. You can change it on this device until voting closes.',
    }),
    button({ text: voted ? 'Change my vote' : 'Vote', preventDoubleClick: true }),
  )
}

const nounsOf = ({ network, event, ballot }: Voting) => ({ network, event, ballot })

export const lateText = html`<p>${lateVoter}</p>`

/** Instead of the form, for who came, or changed team, after voting had opened. */
export const cameTooLate = ({ question }: Voting): Html =>
  html`<h1 class="nhsuk-heading-l">${question}</h1>
    ${lateText}`

/** That the vote is in, and what can be done about it on this device. */
function isIn(voting: Voting, here: boolean): Html {
  const { teamNoun } = voting
  const done = paths.voteDone(nounsOf(voting))
  return html`${insetText({ content: teamNoun ? `The vote of your ${teamNoun} is counted.` : 'Your vote is counted.' })}
  ${
    here
      ? html`<p><a href="${done}">See your receipt, or change your vote</a></p>`
      : html`<p>
          It came from another device or from paper. Only the device it came from can change it, or whoever
          has its receipt code. <a href="${done}">Enter the receipt code</a>
        </p>`
  }`
}

/** The same in one line with a tick, for whoever goes on with the day. */
const isInHere = (voting: Voting): Html =>
  html`<ul class="nhsuk-list app-ticked">
    <li>
      ${voting.teamNoun ? `The vote of your ${voting.teamNoun} is in.` : 'You have voted.'}
      <a href="${paths.voteDone(nounsOf(voting))}">See your receipt, or change your vote</a>
    </li>
  </ul>`

/** For where a voter may come by again: the form, or that the vote is in and where to change it. */
export const votePart = ({ here, ...props }: VoteFormProps & { here: boolean }): Html =>
  props.voting.voted
    ? here && props.fromNow
      ? isInHere(props.voting)
      : isIn(props.voting, here)
    : props.voting.late
      ? lateText
      : voteForm(props)

interface WithoutVote extends BallotNouns {
  question: string
  method: Method
  teamNoun: string
  /** The vote that this device gave is counted. */
  counted: boolean
}

/** For somebody who is at the event and has no vote here, with why. */
export const noVote = ({ question, method, teamNoun, counted, ...nouns }: WithoutVote) =>
  html`<h1 class="nhsuk-heading-l">${question}</h1>
    <p>${counted ? 'You have no vote here any more.' : 'You have no vote here.'}</p>
    <p>
      ${
        counted
          ? 'The vote that was given on this device before your sign-up was cancelled is counted as it is.'
          : method === 'team'
            ? `Each ${teamNoun} has one vote, which its lead gives. A lead who came in with a personal link signs in first.`
            : `Everybody who has signed up with a ${teamNoun} has a vote. If you came with a ${teamNoun}, choose it in your sign-up. A sign-up that was cancelled has no vote.`
      }
    </p>
    <p><a href="${paths.ballot(nouns)}">See how the vote stands</a></p>`

/** Instead of the form: nothing can be voted on here now. */
export const votingIsOver = ({ question, state }: Voting): Html =>
  html`<h1 class="nhsuk-heading-l">${question}</h1>
    <p>${state === 'made' ? 'Voting has not opened yet.' : 'Voting has closed.'}</p>`

/** For somebody who has voted, on a device that does not hold the vote's secret. */
export const votedElsewhere = (voting: Voting): Html =>
  html`<h1 class="nhsuk-heading-l">${voting.question}</h1>
    ${insetText({ content: 'You have voted already, from another device or on paper. That vote is counted.' })}
    <p>
      Only the device it came from can change it, or whoever has its receipt code. To change it here, enter
      the receipt code first.
    </p>`
