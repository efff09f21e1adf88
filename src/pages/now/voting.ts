import { fromNow, dayState } from '../../before/events/rules.ts'
import { newSecret } from '../../day/ballots/voting/commands/casting.ts'
import { lateText, votePart } from '../../day/ballots/voting/views/voting.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { FormToken } from '../../platform/face/command-form.ts'
import { emptyForm } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from './day.ts'
import { openAside, type Shared } from './everybody.ts'
import type { Mine } from './mine.ts'
import { next } from './next.ts'

/** Nothing is on, and there is something to vote on: that comes first, and how the day stands below it. */
export const isVoteFirst = ({ standing, openAside, event, now }: TheDay): boolean =>
  !standing.on && openAside && dayState(event, now) !== 'past'

/** A vote that was given on this device. */
const isHere = ({ voted }: Mine, { ballot }: { ballot: string }): boolean =>
  voted.some((one) => one.here && one.ballot === ballot)

export function toVote(day: TheDay, mine: Mine, sending: FormToken): Html {
  const { voting, team } = mine
  const { ballot, at } = day
  if (ballot?.state !== 'open') return voteOfAll({ ballot, at })
  // A vote that was made from its row on the programme goes by the same words, which are the headline here.
  const legend = voting?.question === day.standing.on?.title && { legend: 'Your vote' }
  if (voting)
    return votePart({
      voting,
      here: isHere(mine, voting),
      secret: newSecret(),
      form: emptyForm(),
      sending,
      fromNow: true,
      ...legend,
    })
  const nouns = { ...at, ballot: ballot.ballot }
  const why =
    ballot.method === 'team'
      ? `Here each ${ballot.teamNoun} has one vote. ${team ? `The lead of ${team.name}` : 'Its lead'} gives it.`
      : `You have no vote here: your sign-up names no ${ballot.teamNoun}.`
  return html`<h2 class="nhsuk-heading-s">${ballot.question}</h2>
    <p>${why} See <a href="${paths.ballot(nouns)}">how it stands</a>.</p>`
}

/** The vote as far as it is the same for everybody. */
export function voteOfAll({ ballot, at }: Pick<TheDay, 'ballot' | 'at'>): Html {
  if (!ballot) return html`<p>The vote has not been prepared yet. Wait for the organiser.</p>`
  const nouns = { ...at, ballot: ballot.ballot }
  if (ballot.state === 'made') return html`<p>Voting opens in a moment.</p>`
  if (ballot.state === 'open')
    return html`<div data-offers="${paths.vote(nouns)}">${next('Vote', fromNow(paths.vote(nouns)))}</div>`
  return ballot.state === 'closed'
    ? html`<p>Voting has closed. The result is coming.</p>`
    : next('See the result', paths.ballot(nouns))
}

interface Aside {
  ballot: string
  question: string
  late?: boolean
}

/** The question is enough where the page says above that a vote is open. */
const headed = (day: TheDay, question: string, below: boolean): Html =>
  isVoteFirst(day)
    ? html`<h2 class="nhsuk-heading-s app-open-vote">${question}</h2>`
    : html`<h2 class="nhsuk-heading-s app-open-vote">${below ? 'A vote is open, too' : 'A vote is open'}</h2>
        <p>${question}</p>`

const one = (day: TheDay, { ballot, question, late }: Aside, below: boolean): Html =>
  html`<div data-offers="${paths.vote({ ...day.at, ballot })}">
    ${headed(day, question, below)}
    ${
      late
        ? lateText
        : button({
            text: html`Vote<span class="nhsuk-u-visually-hidden">: ${question}</span>`,
            href: fromNow(paths.vote({ ...day.at, ballot })),
            ...(below && { variant: 'secondary' as const }),
            attributes: { 'data-ahead': true },
          })
    }
  </div>`

/** Votes that are open beside the item that is on, below the tasks for that. */
const below = (day: TheDay, votes: readonly Aside[], main: Html | undefined): Html =>
  html`${main} ${votes.map((vote) => one(day, vote, main !== undefined))}`

/** The main task, and below it each vote that somebody may give and has not; the first where nothing is on. */
export function withVotes(day: TheDay, mine: Mine, sending: FormToken, main: Html | undefined): Html {
  const { voting, toGive } = mine
  const here = day.standing.on ? undefined : voting
  if (!here) return below(day, toGive, main)
  const others = toGive.filter(({ ballot }) => ballot !== here.ballot)
  return html`${votePart({ voting: here, here: isHere(mine, here), secret: newSecret(), form: emptyForm(), sending, fromNow: true })}
  ${below(day, others, main)}`
}

/** The same for everybody, for the moment until each phone has its own. */
export const withVotesOfAll = (day: TheDay, shared: Shared, main: Html | undefined): Html =>
  below(
    day,
    openAside(day, shared).map(({ id, question }) => ({ ballot: id, question })),
    main,
  )
