import type { NetworkRow } from '../../before/networks/store/networks.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { capitalised, counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { gridSentence, uptakeGrid } from './grid.ts'
import { stageOf, type Uptake, type Way } from './uptake.ts'

interface SpreadProps {
  network: NetworkRow
  uptake: Uptake
}

/** Who has taken up which idea, and what was stopped: stopping is learning, and easy to find. */
export function spreadPage({ network, uptake }: SpreadProps): Html {
  const named = { id: network.id, teamNoun: network.team_noun, teamNounPlural: network.team_noun_plural }
  return html`<h1 class="nhsuk-heading-xl">Spread</h1>
    <p class="app-lead">${gridSentence(uptake, network.team_noun, network.team_noun_plural)}</p>
    <p>
      <a class="nhsuk-link" href="${paths.measures({ network: network.id })}">Measures and their charts</a>
    </p>
    ${
      uptake.ideas.length > 0
        ? html`<section class="app-card">
            <h2 class="nhsuk-heading-m">Who has taken up what</h2>
            ${uptakeGrid({ network: named, uptake })}
          </section>`
        : html`<p>No idea has been added yet.</p>`
    }
    ${stopped(network.id, uptake)}`
}

const reasonOf = (way: Way): string | null =>
  way.cycles.at(-1)?.happened ?? way.pledges.at(-1)?.release_reason ?? null

function stopped(network: string, uptake: Uptake): Html | undefined {
  const ways = uptake.ways.filter((way) => stageOf(way) === 'stopped' && way.idea !== null)
  if (ways.length === 0) return undefined
  const titles = new Map(uptake.ideas.map(({ id, title }) => [id, title]))
  const names = new Map(uptake.teams.map(({ id, name }) => [id, name]))
  return html`<h2 class="nhsuk-heading-l">Stopped, and why</h2>
    <p>
      ${capitalised(counted(ways.length, 'test', 'tests'))} that ended. What was learned may save others the
      time.
    </p>
    <ul class="app-cards">
      ${ways.map(
        (way) =>
          html`<li class="app-card">
            <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a class="nhsuk-link" href="${paths.thread({ network, team: way.team, idea: way.idea! })}"
                >${titles.get(way.idea!) ?? way.idea}</a
              >
            </h3>
            <p class="nhsuk-u-secondary-text-colour">${names.get(way.team) ?? way.team}</p>
            ${reasonOf(way) && html`<p>“${reasonOf(way)}”</p>`}
          </li>`,
      )}
    </ul>`
}
