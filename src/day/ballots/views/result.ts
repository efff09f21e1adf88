import { html, type Html } from '../../../platform/face/html.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'
import type { TeamChoice } from '../rules/count.ts'
import type { BallotShown, OptionShown, ResultShown } from '../store/results.ts'
import type { BallotNouns } from '../store/voting.ts'
import { roundsPart } from './rounds.ts'

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The votes of each team for each idea, as far as they may be shown. */
function resultByTeam({
  result,
  options,
  method,
  ownIdea,
  turnout,
  teamNoun,
}: BallotShown): Html | undefined {
  if (!result || result.votes === 0 || method === 'team') return undefined
  const names = new Map(turnout.map((one) => [one.team, one.teamName]))
  const shown = result.teams.filter((team) => team.counts)
  const hidden = result.teams.filter((team) => !team.counts).map(({ team }) => names.get(team) ?? team)
  const voters = (number: number) => (method === 'person' ? '' : ` (${number})`)
  const lists = shown.map(
    (one): Html =>
      html`<section>
        <h3 class="nhsuk-heading-s">${names.get(one.team) ?? one.team}${voters(one.votes)}</h3>
        <ul class="nhsuk-list">
          ${votesIn(one, options, ownIdea)}
        </ul>
      </section>`,
  )
  return html`<h2 class="nhsuk-heading-m">
      ${method === 'ranked' ? 'First choices' : 'Votes'} by ${teamNoun}
    </h2>
    ${method !== 'person' && shown.length > 0 && html`<p>In brackets: how many voted.</p>`}
    ${
      hidden.length > 0 &&
      html`<p>Not shown, because it would tell what single people chose: ${hidden.join(', ')}.</p>`
    }
    ${shown.length > 0 && html`<div class="app-by-team">${lists}</div>`}`
}

/** The ideas for which a team has voted, most votes first; what has none of them is not named. */
function votesIn(
  { team, counts, own }: ResultShown['teams'][number],
  options: readonly OptionShown[],
  ownIdea: BallotShown['ownIdea'],
): Html[] {
  const votes = options.map(({ idea, title, team: owner }) => ({
    title,
    apart: owner === team && ownIdea === 'apart',
    votes: owner === team && ownIdea === 'apart' ? (own ?? 0) : (counts![idea] ?? 0),
  }))
  const some = votes.filter((one) => one.votes > 0).toSorted((a, b) => b.votes - a.votes)
  if (some.length === 0) return [html`<li>No votes</li>`]
  return some.map(
    ({ title, votes: has, apart }) =>
      html`<li><strong>${has}</strong> <span>${title}${apart && ' (own idea, not added)'}</span></li>`,
  )
}

/** A result in full, below its sentence: round by round and by team, as far as it may be shown. */
export const resultDetail = (shown: BallotShown): Html => html`${roundsPart(shown)} ${resultByTeam(shown)}`

export interface ConfirmedChoice {
  team: string
  teamName: string
  /** What was confirmed, if anything was, and why where the vote did not say. */
  idea?: string
  reason?: string | null
  mayConfirm: boolean
}

const titleOf = (options: OptionShown[], idea: string) =>
  options.find((option) => option.idea === idea)?.title ?? idea

function saidByVote(choice: TeamChoice | null | undefined, options: OptionShown[]): string {
  if (choice === null) return 'Not shown'
  if (!choice || 'none' in choice) return 'Nothing'
  if ('choice' in choice) return titleOf(options, choice.choice)
  return `Tied: ${choice.tied.map((idea) => titleOf(options, idea)).join('; ')}`
}

/** What each team chose by vote, and what its lead has confirmed. */
export function teamChoices({
  at,
  shown,
  choices,
}: {
  at: BallotNouns
  shown: BallotShown
  choices: ConfirmedChoice[]
}): Html | undefined {
  const { result, options, teamNoun } = shown
  if (!result) return undefined
  const rows = choices.map(({ team, teamName, idea, reason, mayConfirm }) => [
    teamName,
    html`<span>${saidByVote(result.teams.find((one) => one.team === team)?.choice, options)}</span>`,
    html`<span>${idea ? titleOf(options, idea) : 'Not confirmed yet'}</span>${reason && html`<br />${reason}`}
      ${
        mayConfirm &&
        html`<br /><a href="${paths.teamChoice({ ...at, team })}"
            >${idea ? 'Change' : 'Confirm'}<span class="nhsuk-u-visually-hidden">
              the choice of ${teamName}</span
            ></a
          >`
      }`,
  ])
  return html`<h2 class="nhsuk-heading-m">What each ${teamNoun} chose</h2>
    ${table({ head: [capital(teamNoun), 'Chosen by vote', 'Confirmed by its lead'], rows, responsive: true, firstCellIsHeader: true })}`
}
