import type { MoveRow } from '../../after/adoption/store/adoptions.ts'
import type { NetworkRow } from '../../before/networks/store/networks.ts'
import { button } from '../../platform/face/button.ts'
import { checkboxes } from '../../platform/face/checkboxes.ts'
import { curve } from '../../platform/face/curve.ts'
import { figures } from '../../platform/face/figures.ts'
import { element } from '../../platform/face/element.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { pagination } from '../../platform/face/pagination.ts'
import { select } from '../../platform/face/select.ts'
import { capitalised, counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { adopters, rateSentence, spreadFigures } from './figures.ts'
import { filterStages, queryOf, type Filter, type Paged } from './filter.ts'
import { gridSentence, uptakeGrid, words } from './grid.ts'
import { endedWays, stoppedCards } from './stopped.ts'
import type { Uptake } from './uptake.ts'

export interface SpreadProps {
  network: NetworkRow
  uptake: Uptake
  /** The part that the filter leaves, and the page of that. */
  shown: Uptake
  paged: Paged
  filter: Filter
  moves: ReadonlyMap<string, MoveRow>
  /** Every move that stands, the earliest first. */
  everyMove: readonly MoveRow[]
  today: string
}

const mostStopped = 6

/** Who has taken up which idea, and what was stopped: stopping is learning, and easy to find. */
export function spreadPage(props: SpreadProps): Html {
  const { network, uptake } = props
  return html`<h1 class="nhsuk-heading-xl">Spread</h1>
    <p class="app-lead">${gridSentence(uptake, network.team_noun, network.team_noun_plural)}</p>
    ${uptake.ideas.length > 0 ? gridPart(props) : html`<p>No idea has been added yet.</p>`}
    ${figuresPart(props)} ${stopped(props)}`
}

function gridPart(props: SpreadProps): Html {
  const { network, uptake, paged, filter, moves, today } = props
  const named = { id: network.id, teamNoun: network.team_noun, teamNounPlural: network.team_noun_plural }
  const isFiltered = Boolean(filter.idea || filter.team || filter.stage || filter.stalled)
  const sheet = `${paths.spreadSheet({ network: network.id })}${queryOf({ ...filter, ideasPage: 1, teamsPage: 1 })}`
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Who has taken up what</h2>
    ${filters(props)}
    ${
      paged.uptake.ideas.length === 0 || paged.uptake.teams.length === 0
        ? html`<p>Nothing is at this stage.</p>`
        : uptakeGrid({
            network: named,
            uptake: paged.uptake,
            today,
            named: uptake.teams,
            proofs: proofsOf(moves),
            caption: captionOf(props, isFiltered),
            none: isFiltered ? 'not among these' : undefined,
          })
    }
    ${pages(props)}
    <p>
      <a class="nhsuk-link" href="${sheet}">The grid as a sheet (CSV)</a>
      ${
        uptake.ways.some((way) => way.adoption) &&
        html` · With the evidence of each stage. A stage is “stalled” when nothing was recorded for six weeks.`
      }
    </p>
  </section>`
}

/** How it spreads: the curve of adoption, and figures with their denominators. */
function figuresPart({ network, uptake, everyMove, today }: SpreadProps): Html | undefined {
  const nouns = { team: network.team_noun, teams: network.team_noun_plural }
  const adopted = adopters(uptake, everyMove)
  const list = spreadFigures(uptake, adopted.length, nouns)
  if (list.length === 0) return undefined
  const names = new Map(uptake.teams.map(({ id, name }) => [id, name]))
  const began = everyMove.map(({ on_day }) => on_day).toSorted()[0]
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">How it spreads</h2>
    ${figures(list)}
    ${
      adopted.length > 0 &&
      curve({
        caption: rateSentence(adopted, uptake.teams.length, today, nouns),
        of: uptake.teams.length,
        all: counted(uptake.teams.length, nouns.team, nouns.teams),
        from: began ?? adopted[0]!.on,
        to: today,
        points: adopted.map(({ team, on }) => ({ on, text: names.get(team) ?? team })),
      })
    }
  </section>`
}

function captionOf({ network, uptake, paged, shown }: SpreadProps, isFiltered: boolean): string {
  if (isFiltered || paged.ideas.pages > 1 || paged.teams.pages > 1)
    return `${counted(shown.ideas.length, 'idea')} by ${counted(shown.teams.length, network.team_noun, network.team_noun_plural)}${
      paged.ideas.pages > 1 || paged.teams.pages > 1
        ? `: ideas ${rangeOf(paged.ideas, paged.uptake.ideas.length, 20)}, ${network.team_noun_plural} ${rangeOf(paged.teams, paged.uptake.teams.length, 10)}`
        : ''
    }`
  return gridSentence(uptake, network.team_noun, network.team_noun_plural)
}

const rangeOf = ({ page }: Paged['ideas'], here: number, most: number) =>
  `${(page - 1) * most + 1} to ${(page - 1) * most + here}`

const shortest = 60

/** The proof of each record in a few words. */
const proofsOf = (moves: SpreadProps['moves']): Map<string, string> =>
  new Map(
    [...moves].flatMap(([adoption, { source, evidence, cycle_id, reason }]) => {
      const proof = source ?? evidence ?? reason ?? (cycle_id ? 'a finished test' : undefined)
      return proof ? [[adoption, proof.length > shortest ? `${proof.slice(0, shortest - 1)}…` : proof]] : []
    }),
  )

const option = (value: string, text: string) => ({ value, text })

function filters({ network, uptake, filter }: SpreadProps): Html {
  return element(
    'form',
    { method: 'get', action: paths.spread({ network: network.id }), class: 'app-filters' },
    select({
      name: 'stage',
      label: 'Stage',
      value: filter.stage,
      items: [option('', 'Every stage'), ...filterStages.map((stage) => option(stage, words[stage]))],
    }),
    select({
      name: 'idea',
      label: 'Idea',
      value: filter.idea,
      items: [option('', 'Every idea'), ...uptake.ideas.map(({ id, title }) => option(id, title))],
    }),
    select({
      name: 'team',
      label: capitalised(network.team_noun),
      value: filter.team,
      items: [
        option('', `Every ${network.team_noun}`),
        ...uptake.teams.map(({ id, name }) => option(id, name)),
      ],
    }),
    checkboxes({
      name: 'stalled',
      values: filter.stalled ? ['yes'] : [],
      items: [{ value: 'yes', text: 'Only what has stalled' }],
    }),
    button({ text: 'Show', variant: 'secondary', small: true }),
    (filter.idea || filter.team || filter.stage || filter.stalled) &&
      html`<a class="nhsuk-link" href="${paths.spread({ network: network.id })}">Show everything</a>`,
  )
}

function pages({ network, paged, filter }: SpreadProps): Html {
  const to = (change: Partial<Filter>) =>
    `${paths.spread({ network: network.id })}${queryOf({ ...filter, ...change })}`
  const between = (
    { page, pages: all }: Paged['ideas'],
    what: string,
    change: (page: number) => Partial<Filter>,
  ) =>
    all > 1 &&
    pagination({
      ariaLabel: `Pages of ${what}`,
      ...(page > 1 && {
        previous: { href: to(change(page - 1)), text: `Earlier ${what}`, label: `${page - 1} of ${all}` },
      }),
      ...(page < all && {
        next: { href: to(change(page + 1)), text: `More ${what}`, label: `${page + 1} of ${all}` },
      }),
    })
  return html`${between(paged.ideas, 'ideas', (ideasPage) => ({ ideasPage }))}
  ${between(paged.teams, network.team_noun_plural, (teamsPage) => ({ teamsPage }))}`
}

function stopped(props: SpreadProps): Html | undefined {
  const { network, uptake } = props
  const ways = endedWays(uptake)
  if (ways.length === 0) return undefined
  return html`<h2 class="nhsuk-heading-l">Stopped, and why</h2>
    <p>
      ${ways.length === 1 ? 'Once' : capitalised(counted(ways.length, 'time'))} a ${network.team_noun} ended a
      test or said no. What was learned may save others the time.
    </p>
    ${stoppedCards(props, ways.slice(0, mostStopped), 'h3')}
    ${
      ways.length > mostStopped &&
      html`<p>
        <a class="nhsuk-link" href="${paths.stoppedIdeas({ network: network.id })}"
          >All ${ways.length} that were stopped</a
        >
      </p>`
    }`
}
