import { backLink } from '../../../../platform/face/back-link.ts'
import { button } from '../../../../platform/face/button.ts'
import { dayAndTime, time } from '../../../../platform/face/dates.ts'
import { heading } from '../../../../platform/face/heading.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { table } from '../../../../platform/face/tables.ts'
import { paths } from '../../../../paths.ts'
import { mostChoices, wayNames } from '../../ballot/rules/ballot.ts'
import { turnoutAtClosing, turnoutCaption } from '../../voting/rules/turnout.ts'
import type { BallotShown } from '../../counting/store/results.ts'
import type { OnRoll } from '../../voting/store/roll.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { capitalised } from '../../../../platform/text/english.ts'

export interface PapersProps {
  at: BallotNouns
  shown: BallotShown
  eventName: string
  /** The mark of a demonstration on every page: its papers must not be taken for real ones. */
  mark: string | undefined
  copies: number
}

function howTo(shown: BallotShown): string {
  const many = mostChoices(shown, shown.options.length)
  if (shown.method === 'several') return `Tick up to ${many} ideas.`
  if (shown.method === 'ranked')
    return 'Write 1 beside the idea you like best, 2 beside the next, and so on. You need not number all.'
  return shown.method === 'team' ? `Tick one idea for your ${shown.teamNoun}.` : 'Tick one idea.'
}

const ownIdea = ({ ownIdea: rule, teamNoun }: BallotShown): string =>
  ({
    excluded: `Leave out the idea of your own ${teamNoun}: it cannot be counted.`,
    apart: `You may choose the idea of your own ${teamNoun}: that is shown beside the result, not added to it.`,
    counted: `You may choose the idea of your own ${teamNoun}, too.`,
  })[rule]

const paper = (shown: BallotShown, above: string): Html =>
  html`<section class="app-paper">
    <p class="app-paper__event">${above}</p>
    <h2 class="nhsuk-heading-s">${shown.question}</h2>
    <p>${howTo(shown)} ${ownIdea(shown)}</p>
    <ul>
      ${shown.options.map(
        ({ title, teamName }) =>
          html`<li>
            <span class="app-paper__box"></span> <span>${title} <small>${teamName}</small></span>
          </li>`,
      )}
    </ul>
    <p class="app-paper__foot">Do not write your name. Fold it once.</p>
  </section>`

/** Voting papers to cut apart. Each is the same, so that none says whose it was. */
export const papersPage = ({ at, shown, eventName, mark, copies }: PapersProps): Html =>
  html`<div class="nhsuk-width-container">
      <div class="app-not-printed">
        ${backLink({ href: paths.ballot(at), text: 'Back to the vote' })}
        ${heading({ text: 'Voting papers', size: 'l' })}
        <p>
          Print this page on A4 and cut along the lines. Give one to each person who wants to vote on paper,
          and tick them off on <a href="${paths.rollSheet(at)}">the printed list of voters</a>. Then
          <a href="${paths.paperVote(at)}">put down each vote</a>.
        </p>
        <form method="get" action="${paths.ballotPapers(at)}">
          ${input({
            name: 'copies',
            label: 'How many papers',
            value: copies,
            width: 3,
            inputmode: 'numeric',
          })}
          ${button({ text: 'Show so many', variant: 'secondary' })}
        </form>
      </div>
    </div>
    <div class="app-papers">
      ${Array.from(
        { length: Math.ceil(copies / 2) },
        (_, row) =>
          html`<div class="app-papers__row">
            ${Array.from({ length: Math.min(2, copies - 2 * row) }, () => paper(shown, mark ?? eventName))}
          </div>`,
      )}
    </div>`

export interface RollSheetProps {
  at: BallotNouns
  shown: BallotShown
  eventName: string
  roll: OnRoll[]
  now: string
}

/** The list of voters to tick off at the door, team by team; once it is closed, numbers alone. */
export function rollSheet({ at, shown, eventName, roll, now }: RollSheetProps): Html {
  const closed = shown.state === 'closed' || shown.state === 'revealed'
  return html`<div class="nhsuk-width-container">
    ${backLink({ href: paths.ballot(at), text: 'Back to the vote' })}
    ${heading({ text: closed ? 'How many voted' : 'List of voters', size: 'l', caption: eventName })}
    <p>${shown.question}</p>
    ${closed ? howManyVoted(shown) : toTickOff({ shown, roll, now })}
  </div>`
}

function toTickOff({ shown, roll, now }: Pick<RollSheetProps, 'shown' | 'roll' | 'now'>): Html {
  if (roll.length === 0) return html`<p>Nobody who may vote has signed up yet. Come back when they have.</p>`
  const teams = [...Map.groupBy(roll, ({ teamName }) => teamName)]
  return html`<p>
      As it stood at ${time(now)}${shown.state === 'made' && ', before voting opened'}. Give a paper only to
      those who have not voted, and have them sign. It says who voted and never what: keep it apart from the
      papers, and destroy it when the vote is closed.
    </p>
    ${
      shown.method === 'team'
        ? html`<section class="app-roll-sheet">${tickTable(capitalised(shown.teamNoun), roll)}</section>`
        : teams.map(
            ([teamName, people]) =>
              html`<section class="app-roll-sheet">
                <h2 class="nhsuk-heading-m app-not-printed">${teamName}</h2>
                ${tickTable(nameHead(teamName), people)}
              </section>`,
          )
    }`
}

/** On paper the head of the table names the team, because it stands on every page that the table goes on to. */
const nameHead = (teamName: string): Html =>
  html`<span class="app-not-printed">Name</span><span class="app-printed">${teamName}</span>`

const tickTable = (name: string | Html, voters: readonly OnRoll[]): Html =>
  table({
    head: [name, 'Voted', 'Signature'].map((text) => ({ text })),
    firstCellIsHeader: true,
    rows: voters.map(({ name: of, voted, way, late }) => [
      of,
      voted && way ? wayNames[way] : html`<span class="app-paper__box"></span>${late && ' ask first'}`,
      voted ? '–' : html`<span class="app-signature"></span>`,
    ]),
  })

/** Names are told only while somebody may still vote: afterwards nobody needs to know who did not. */
function howManyVoted(shown: BallotShown): Html {
  const { closedAt, teamNoun, turnout } = shown
  return html`<p>
      Voting closed${closedAt && html` on ${dayAndTime(closedAt)}`}. The names of voters are shown and printed
      only until then. What stays is how many voted:
    </p>
    <p class="nhsuk-u-font-weight-bold">${turnoutAtClosing(shown)}</p>
    ${table({
      caption: turnoutCaption(shown, true),
      head: [
        capitalised(teamNoun),
        { text: 'Voted', format: 'numeric' },
        { text: 'Present', format: 'numeric' },
      ],
      firstCellIsHeader: true,
      rows: turnout.map(({ teamName, voted, present }) => [
        teamName,
        { text: String(voted), format: 'numeric' },
        { text: String(present), format: 'numeric' },
      ]),
    })}`
}
