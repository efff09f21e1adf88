import { paths } from '../../../paths.ts'
import { heatTable } from '../../../platform/face/heat-table.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import type { EventRow } from '../../events/store.ts'
import type { NetworkRow } from '../../networks/store/networks.ts'
import { gapsIn, isAskedFor, type Coverage } from '../rules.ts'
import { listed } from '../../../platform/text/english.ts'

export interface CoveragePage {
  network: NetworkRow
  event: EventRow
  coverage: Coverage
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)

export function coveragePage({ network, event, coverage }: CoveragePage): Html {
  const { teams, professions, total, lived } = coverage
  const title = html`<h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-4">
    <span class="nhsuk-caption-xl">${event.name}</span>
    Who is coming
  </h1>`
  if (total === 0) {
    return html`${title}
      <p>
        Nobody has signed up yet. Send people the address of the event, or
        <a href="${paths.newAttendee({ network: network.id, event: event.id })}">add someone</a>.
      </p>`
  }
  const asked = professions.filter(({ name }) => isAskedFor(name))
  const here = asked.filter(({ counts }) => sum(counts) > 0).length
  return html`${title}
    <p class="app-lead">${total === 1 ? '1 person has' : `${total} people have`} signed up.</p>
    ${gaps(coverage, network)}
    ${heatTable({
      id: 'coverage',
      caption: `People by ${network.team_noun} and profession: ${here} of ${asked.length} professions come.`,
      corner: 'Profession',
      columns: teams.map(({ name }) => name),
      rows: professions.map(({ name, counts }) => ({ head: name, counts, all: sum(counts) })),
      sums: { head: 'All', counts: teams.map(({ people }) => people), all: total },
      apart: [{ head: 'Service user and carer representatives', counts: lived.shown, all: lived.total }],
      none: 'nobody yet',
      hidden: 'fewer than 3',
      hiddenSum: 'not shown',
    })}
    <p>
      ${lived.shown.includes(null) && whatIsHidden(lived.total)} That somebody is a service user or carer is
      health data: no list shows it beside a name.
    </p>`
}

const whatIsHidden = (total: number | null): string =>
  total === null
    ? 'Of representatives a number under 3 is not shown, and the sum is not, because it would give one away.'
    : 'Of representatives a number under 3 is not shown.'

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
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Who is missing</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`
}
