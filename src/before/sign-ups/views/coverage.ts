import { paths } from '../../../paths.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { table } from '../../../platform/face/tables.ts'
import type { EventRow } from '../../events/store.ts'
import type { NetworkRow } from '../../networks/store/networks.ts'
import type { Coverage } from '../rules.ts'

export interface CoveragePage {
  network: NetworkRow
  event: EventRow
  coverage: Coverage
}

const numeric = (count: number) => ({ text: String(count), format: 'numeric' as const })

export function coveragePage({ network, event, coverage }: CoveragePage): Html {
  const { teams, professions, total, lived } = coverage
  const noun = network.team_noun.charAt(0).toUpperCase() + network.team_noun.slice(1)
  const title = heading({ text: 'Who is coming', size: 'l', caption: event.name })
  if (total === 0) {
    return html`${title}
      <p>
        Nobody has signed up yet. Send people the address of the event, or
        <a href="${paths.newAttendee({ network: network.id, event: event.id })}">add someone</a>.
      </p>`
  }
  const missing = teams.filter((team) => team.people === 0).map((team) => team.name)
  return html`${title}
    <p class="nhsuk-body-l">${total === 1 ? '1 person has' : `${total} people have`} signed up.</p>
    ${missing.length > 0 && html`<p>Nobody yet from ${listed(missing)}.</p>`}
    ${table({
      caption: `People by ${network.team_noun} and profession`,
      id: 'coverage',
      head: [
        'Profession',
        ...teams.map((team) => ({ text: team.name, format: 'numeric' as const })),
        { text: 'All', format: 'numeric' as const },
      ],
      firstCellIsHeader: true,
      scroll: true,
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
          Numbers under 3 are not shown, nor a sum that would give one away. That somebody is a service user
          is health data: no list shows it beside a name.
        </p>
      </div>
    </div>`
}

const hiddenOr = (count: number | null) =>
  count === null ? { text: 'fewer than 3', format: 'numeric' as const } : numeric(count)

const listed = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
