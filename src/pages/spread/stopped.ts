import type { MoveRow } from '../../after/adoption/store/adoptions.ts'
import type { NetworkRow } from '../../before/networks/store/networks.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { element } from '../../platform/face/element.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { capitalised, counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { words } from './grid.ts'
import { ended, stageOf, type Uptake, type Way } from './uptake.ts'

export interface StoppedProps {
  network: NetworkRow
  uptake: Uptake
  moves: ReadonlyMap<string, MoveRow>
}

/** The ways that were ended, the latest first. */
export const endedWays = ({ ways }: Uptake): Way[] =>
  ways
    .filter((way) => ended.includes(stageOf(way)) && way.idea !== null)
    .toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : endOf(a) > endOf(b) ? -1 : 0))

function endOf({ adoption, cycles, pledges }: Way): string {
  if (adoption) return adoption.stage_on
  const at = cycles.at(-1)?.decided_at ?? pledges.at(-1)?.released_at
  return at ? dayOf(at) : ''
}

const reasonOf = (way: Way, moves: StoppedProps['moves']): string | null =>
  (way.adoption && moves.get(way.adoption.id)?.reason) ??
  way.cycles.at(-1)?.happened ??
  way.pledges.at(-1)?.release_reason ??
  null

/** Cards of what was ended: the idea, who ended it, how and why. */
export function stoppedCards(
  { network, uptake, moves }: StoppedProps,
  ways: readonly Way[],
  level: 'h2' | 'h3',
): Html {
  const titles = new Map(uptake.ideas.map(({ id, title }) => [id, title]))
  const names = new Map(uptake.teams.map(({ id, name }) => [id, name]))
  return html`<ul class="app-cards">
    ${ways.map((way) => {
      const at = { network: network.id, team: way.team, idea: way.idea! }
      const reason = reasonOf(way, moves)
      const end = endOf(way)
      return html`<li class="app-card">
        ${element(
          level,
          { class: 'nhsuk-heading-s nhsuk-u-margin-bottom-1' },
          html`<a class="nhsuk-link" href="${way.adoption ? paths.adoption(at) : paths.thread(at)}"
            >${titles.get(way.idea!) ?? way.idea}</a
          >`,
        )}
        <p class="nhsuk-u-secondary-text-colour">${names.get(way.team) ?? way.team}</p>
        ${reason && html`<p>“${reason}”</p>`}
        <p class="nhsuk-u-secondary-text-colour">${words[stageOf(way)]}${end && `, ${day(end)}`}</p>
      </li>`
    })}
  </ul>`
}

/** Everything that was paused, declined or stopped, with its reason: a reasoned no is a finding. */
export function stoppedPage(props: StoppedProps): Html {
  const { network, uptake } = props
  const ways = endedWays(uptake)
  return html`<h1 class="nhsuk-heading-xl">Stopped, and why</h1>
    <p class="app-lead">
      ${
        ways.length === 0
          ? `No ${network.team_noun} has stopped, paused or declined an idea yet.`
          : `${capitalised(counted(ways.length, 'time'))} a ${network.team_noun} ended a test or said no. What was learned may save others the time.`
      }
    </p>
    ${ways.length > 0 && stoppedCards(props, ways, 'h2')}`
}
