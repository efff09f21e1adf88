import { bars, type Bar } from '../../../../platform/face/bars.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { marked } from '../../../../platform/face/mark.ts'
import { table } from '../../../../platform/face/tables.ts'
import { paths } from '../../../../paths.ts'
import type { TeamChoice } from '../rules/count.ts'
import type { BallotShown, OptionShown, ResultShown } from '../store/results.ts'
import type { BallotNouns } from '../../voting/store/voting.ts'
import { roundsPart } from './rounds.ts'
import { capitalised, listed } from '../../../../platform/text/english.ts'

/** The votes of each team for each idea, and together those of the teams that are not shown by themselves. */
function resultByTeam(shown: BallotShown): Html | undefined {
  const { result, options, method, ownIdea, turnout, teamNoun } = shown
  if (!result?.overall || result.votes === 0 || method === 'team') return undefined
  const names = new Map(turnout.map((one) => [one.team, one.teamName]))
  const part = (name: string, voted: number, votes: readonly VotesFor[]): Html =>
    html`<div>
      ${bars({
        caption: html`${name}<span class="app-bars__of">: ${voted} voted</span>`,
        classes: 'app-bars--small',
        bars: listOf(voted, votes),
      })}
    </div>`
  const teams = result.teams
    .filter(({ counts }) => counts)
    .map((one) => part(names.get(one.team) ?? one.team, one.votes, votesIn(one, options, ownIdea)))
  return html`<h2 class="nhsuk-heading-m">
      ${method === 'ranked' ? 'First choices' : 'Votes'} by ${teamNoun}
    </h2>
    ${othersNamed(shown, names)}
    ${
      teams.length > 0 &&
      html`<div class="app-by-team">
        ${teams}
        ${result.others && part(otherTeams(shown), result.others.votes, votesOfOthers(shown, result.others))}
      </div>`
    }`
}

const otherTeams = ({ teamNounPlural }: BallotShown): string => `The other ${teamNounPlural}`

/** Teams that are not shown by themselves, and why. */
function othersNamed(shown: BallotShown, names: ReadonlyMap<string, string>): Html | undefined {
  const { result, teamNoun, teamNounPlural } = shown
  if (!result?.others) return undefined
  if (result.others.teams.length === result.teams.length)
    return html`<p>Not shown by ${teamNoun}, because it would tell what single people chose.</p>`
  const named = listed(result.others.teams.map((team) => names.get(team) ?? team))
  return html`<p>
    “The other ${teamNounPlural}” are ${named} together, so that nobody’s own vote can be worked out.
  </p>`
}

interface VotesFor extends Pick<OptionShown, 'title' | 'place'> {
  votes: number
}

/** The ideas for which a team has voted. */
function votesIn(
  { team, counts, own }: ResultShown['teams'][number],
  options: readonly OptionShown[],
  ownIdea: BallotShown['ownIdea'],
): VotesFor[] {
  return options.map(({ idea, title, place, team: owner }) => {
    const apart = owner === team && ownIdea === 'apart'
    return apart
      ? { title: `${title} (own idea, not added)`, place, votes: own ?? 0 }
      : { title, place, votes: counts![idea] ?? 0 }
  })
}

const votesOfOthers = (
  { options }: BallotShown,
  { counts }: NonNullable<ResultShown['others']>,
): VotesFor[] => options.map(({ idea, title, place }) => ({ title, place, votes: counts[idea] ?? 0 }))

/** Most votes first, out of all who voted; what has none is not named. */
function listOf(voted: number, votes: readonly VotesFor[]): Bar[] {
  const some = votes.filter((one) => one.votes > 0).toSorted((a, b) => b.votes - a.votes)
  if (some.length === 0) return [{ text: 'No votes', share: 0, value: '0' }]
  return some.map(({ title, place, votes: has }) => ({
    text: title,
    share: voted > 0 ? has / voted : 0,
    value: String(has),
    mark: place,
  }))
}

/** A result in full, below its sentence: round by round and by team, as far as it may be shown. */
export const resultDetail = (shown: BallotShown): Html => html`${roundsPart(shown)} ${resultByTeam(shown)}`

export interface ConfirmedChoice {
  team: string
  teamName: string
  /** The confirmed idea, if any, and why where the vote did not say. */
  idea?: string
  reason?: string | null
  mayConfirm: boolean
}

const titleOf = (options: OptionShown[], idea: string) =>
  options.find((option) => option.idea === idea)?.title ?? idea

const markedIdea = (options: OptionShown[], idea: string): Html => {
  const option = options.find((one) => one.idea === idea)
  return html`<span class="app-marked">${marked(option?.place, option?.title ?? idea)}</span>`
}

function saidByVote(choice: TeamChoice | null | undefined, options: OptionShown[]): Html | string {
  if (choice === null) return 'Not shown by itself. Its lead says what it chose'
  if (!choice || 'none' in choice) return 'Nothing'
  if ('choice' in choice) return markedIdea(options, choice.choice)
  return `Tied: ${choice.tied.map((idea) => titleOf(options, idea)).join('; ')}`
}

/** Each team's choice by vote, and the one that its lead has confirmed. */
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
    html`<div>${saidByVote(result.teams.find((one) => one.team === team)?.choice, options)}</div>`,
    html`<div>${idea ? markedIdea(options, idea) : 'Not confirmed yet'}</div>
      ${reason && html`<div>${reason}</div>`}
      ${
        mayConfirm &&
        html`<div class="app-not-printed">
          <a href="${paths.teamChoice({ ...at, team })}"
            >${idea ? 'Change' : 'Confirm'}<span class="nhsuk-u-visually-hidden">
              the choice of ${teamName}</span
            ></a
          >
        </div>`
      }`,
  ])
  return html`<h2 class="nhsuk-heading-m" id="choices">What each ${teamNoun} chose</h2>
    ${table({ head: [capitalised(teamNoun), 'Chosen by vote', 'Confirmed by its lead'], rows, responsive: true, firstCellIsHeader: true })}`
}
