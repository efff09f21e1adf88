import { paths } from '../../../paths.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { table } from '../../../platform/face/tables.ts'
import type { EventRow } from '../../events/store.ts'
import type { NetworkRow } from '../../networks/store/networks.ts'
import { gapsIn, type Coverage } from '../rules.ts'
import { capitalised, listed } from '../../../platform/text/english.ts'

export interface CoveragePage {
  network: NetworkRow
  event: EventRow
  coverage: Coverage
}

const numeric = (count: number) => ({ text: String(count), format: 'numeric' as const })

export function coveragePage({ network, event, coverage }: CoveragePage): Html {
  const { teams, professions, total, lived } = coverage
  const noun = capitalised(network.team_noun)
  const title = heading({ text: 'Who is coming', size: 'l', caption: event.name })
  if (total === 0) {
    return html`${title}
      <p>
        Nobody has signed up yet. Send people the address of the event, or
        <a href="${paths.newAttendee({ network: network.id, event: event.id })}">add someone</a>.
      </p>`
  }
  return html`${title}
    <p class="nhsuk-body-l">${total === 1 ? '1 person has' : `${total} people have`} signed up.</p>
    ${gaps(coverage, network)}
    ${table({
      caption: `People by ${network.team_noun} and profession`,
      id: 'coverage',
      head: [
        'Profession',
        ...teams.map((team) => ({ text: team.name, format: 'numeric' as const })),
        { text: 'All', format: 'numeric' as const },
      ],
      firstCellIsHeader: true,
      scroll: 'by keyboard',
      rows: [
        ...professions.map((one) => [
          one.name,
          ...one.counts.map(numeric),
          numeric(one.counts.reduce((all, count) => all + count, 0)),
        ]),
        ['All', ...teams.map((team) => numeric(team.people)), numeric(total)],
      ],
    })}
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        ${table({
          caption: 'Service user and carer representatives',
          head: [noun, { text: 'Representatives', format: 'numeric' as const }],
          firstCellIsHeader: true,
          rows: [
            ...teams.map((team, at) => [team.name, hiddenOr(lived.shown[at] ?? null)]),
            [
              'All',
              lived.total === null ? { text: 'not shown', format: 'numeric' as const } : numeric(lived.total),
            ],
          ],
        })}
        <p>
          ${lived.shown.includes(null) && whatIsHidden(lived.total)} That somebody is a service user or carer
          is health data: no list shows it beside a name.
        </p>
      </div>
    </div>`
}

const whatIsHidden = (total: number | null): string =>
  total === null
    ? 'In this table a number under 3 is not shown, and the sum is not, because it would give one away.'
    : 'In this table a number under 3 is not shown.'

/** Missing teams and professions, before the numbers. */
function gaps(coverage: Coverage, network: NetworkRow): Html {
  const { teams, partly, professions } = gapsIn(coverage)
  const lines = [
    teams.length > 0 && html`Nobody yet from ${listed(teams)}.`,
    ...partly.map(
      ({ profession, teams: without }) => html`${profession}: nobody yet from ${listed(without)}.`,
    ),
    professions.length > 0 && html`Nobody yet from any ${network.team_noun}: ${professions.join(', ')}.`,
  ].filter((line) => line !== false)
  if (lines.length === 0) return html`<p>Every ${network.team_noun} and every profession is there.</p>`
  return html`<h2 class="nhsuk-heading-m">Who is missing</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`
}

const hiddenOr = (count: number | null) =>
  count === null ? { text: 'fewer than 3', format: 'numeric' as const } : numeric(count)
