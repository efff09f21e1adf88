import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { capitalised, counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { smallTrack } from '../../spread/way-track.ts'
import { testingTeams } from '../../spread/grid.ts'
import { taken, type Uptake, type Way } from '../../spread/uptake.ts'

interface TeamsProps {
  network: NetworkRow
  uptake: Uptake
  organising: boolean
}

/** The teams of a network, each with what it has taken up and how far that has come. */
export function teamsPage({ network, uptake, organising }: TeamsProps): Html {
  const at = { network: network.id }
  const plural = network.team_noun_plural
  if (uptake.teams.length === 0)
    return html`<h1 class="nhsuk-heading-xl">${capitalised(plural)}</h1>
      <p>None has been added yet.</p>
      ${organising && button({ text: `Add a ${network.team_noun}`, href: paths.newTeam(at) })}`
  const tests = testingTeams(uptake)
  return html`<h1 class="nhsuk-heading-xl">${capitalised(plural)}</h1>
    <p class="app-lead">
      ${counted(uptake.teams.length, network.team_noun, plural)}${
        tests > 0 ? `; ${tests} ${tests === 1 ? 'tests' : 'test'} an idea that is not theirs.` : '.'
      }
    </p>
    <ul class="app-cards app-cards--wide">
      ${uptake.teams.map((team) => html`<li class="app-card">${teamCard(network.id, team, uptake)}</li>`)}
    </ul>
    <p><a href="${paths.plans(at)}">Their plans for the year, side by side</a></p>
    ${organising && button({ text: `Add a ${network.team_noun}`, href: paths.newTeam(at), variant: 'secondary' })}`
}

function teamCard(network: string, team: { id: string; name: string }, uptake: Uptake): Html {
  const titles = new Map(uptake.ideas.map(({ id, title }) => [id, title]))
  const brought = uptake.ideas.filter((idea) => idea.team_id === team.id)
  const ways = taken(uptake, team.id)
  return html`<h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">
      <a class="nhsuk-link" href="${paths.team({ network, team: team.id })}">${team.name}</a>
    </h2>
    ${
      brought.length > 0 &&
      html`<p class="nhsuk-u-secondary-text-colour">
        Brought ${brought.length === 1 ? brought[0]!.title : counted(brought.length, 'idea')}
      </p>`
    }
    ${ways.map((way) => wayPart(network, way, titles, uptake))}
    ${
      ways.length === 0 &&
      html`<p class="nhsuk-u-secondary-text-colour">
        ${uptake.unrecorded.has('pledges') ? 'What it pledged was not recorded.' : 'It has pledged nothing yet.'}
      </p>`
    }`
}

function wayPart(
  network: string,
  way: Way,
  titles: ReadonlyMap<string, string>,
  { unrecorded }: Uptake,
): Html {
  const pledge = way.pledges.at(-1)
  const words = way.idea ? (titles.get(way.idea) ?? way.idea) : (pledge?.what ?? 'A pledge')
  const href = way.idea
    ? paths.thread({ network, team: way.team, idea: way.idea })
    : paths.pledgeThread({ network, team: way.team, pledge: pledge!.id })
  return html`<p class="nhsuk-u-margin-bottom-1"><a class="nhsuk-link" href="${href}">${words}</a></p>
    <div class="nhsuk-u-margin-bottom-4">${smallTrack(way, words, unrecorded)}</div>`
}
