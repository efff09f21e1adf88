import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'
import type { NamedTeam, SeriesLine } from '../record/lines.ts'
import type { ReadingView } from '../record/measure.ts'
import { readingWords } from '../rules/reading.ts'
import { suggestRebase } from '../rules/rebase.ts'
import { largeChart, type Happened } from './chart.ts'

export interface ReadingChangeView extends Pick<ReadingView, 'value' | 'denominator' | 'note'> {
  of: string
  on: string
  reason: string | null
}

export interface RebaseView {
  id: string
  on: string
  cause: string
  cycle: { href: string; question: string } | null
  removed: boolean
}

/** One team's readings with their history. */
export interface SeriesShown {
  network: string
  line: SeriesLine
  team: NamedTeam
  removed: readonly ReadingView[]
  corrections: readonly ReadingChangeView[]
  rebases: readonly RebaseView[]
  /** Tests and new beginnings, on the axis of the chart. */
  happened: readonly Happened[]
  mayKeep: boolean
  sending: FormToken
}

export function seriesPart(series: SeriesShown): Html {
  const { network, line, team, mayKeep, happened } = series
  const { measure } = line
  const at = { network, measure: measure.id, team: team.id }
  const open = mayKeep && measure.retiredAt === null
  return html`${largeChart(line, happened)}
  ${
    open &&
    html`<div class="nhsuk-button-group">
      ${button({ text: 'Enter a reading', href: paths.newReading(at) })}
      ${button({ text: 'Paste from Excel', href: paths.pasteReadings(at), variant: 'secondary' })}
      ${
        line.readings.length > 1 &&
        button({ text: 'Begin the chart anew', href: paths.newRebase(at), variant: 'secondary' })
      }
    </div>`
  }
  ${open && proposed(line, at)} ${rebasesOf(series)} ${readingsTable(series, open)} ${correctionsOf(series)}
  ${line.readings.length > 0 && takenAlong(at)}`
}

function readingsTable({ network, line, team, removed, sending }: SeriesShown, open: boolean): Html {
  const { measure, readings } = line
  const at = { network, measure: measure.id, team: team.id }
  if (readings.length === 0 && removed.length === 0) return html`<p>No readings yet.</p>`
  return details({
    summary: 'The readings',
    open: readings.length <= 12,
    content: html`${table({
      responsive: true,
      head: ['For', 'Reading', 'Note', ...(open ? ['Change'] : [])],
      rows: readings.toReversed().map((reading) => [
        day(reading.on),
        readingWords(measure, reading),
        reading.note ?? '',
        open &&
          html`<a class="nhsuk-link" href="${paths.editReading({ ...at, reading: reading.id })}"
              >Correct<span class="nhsuk-u-visually-hidden"> the reading for ${day(reading.on)}</span></a
            >
            ${postingButton(
              { action: paths.removeReading({ ...at, reading: reading.id }), sending },
              {
                text: html`Take out<span class="nhsuk-u-visually-hidden">
                    the reading for ${day(reading.on)}</span
                  >`,
                variant: 'secondary',
                small: true,
              },
            )}`,
      ]),
    })}
    ${
      open &&
      removed.map(
        (reading) =>
          html`<p>Taken out: ${day(reading.on)}, ${readingWords(measure, reading)}</p>
            ${postingButton(
              { action: paths.restoreReading({ ...at, reading: reading.id }), sending },
              { text: 'Put it back', variant: 'secondary', small: true },
            )}`,
      )
    }`,
  })
}

const correctionsOf = ({ line, corrections }: SeriesShown): Html | false =>
  corrections.length > 0 &&
  details({
    summary: 'What was corrected',
    content: table({
      responsive: true,
      head: ['Reading for', 'Was before', 'Corrected on', 'Why'],
      rows: corrections.map((one) => [
        day(one.of),
        readingWords(line.measure, one),
        day(dayOf(one.on)),
        one.reason ?? 'No reason given',
      ]),
    }),
  })

function rebasesOf({ network, line, team, rebases, mayKeep, sending }: SeriesShown): Html | false {
  if (rebases.length === 0) return false
  const at = { network, measure: line.measure.id, team: team.id }
  return html`<h2 class="nhsuk-heading-m">The chart begins anew</h2>
    <ul class="nhsuk-list nhsuk-list--border">
      ${rebases
        .filter(({ removed }) => mayKeep || !removed)
        .map(
          ({ id, on, cause, cycle, removed }) =>
            html`<li>
              ${removed ? 'Taken back: from' : 'From'} ${day(on)}: ${cause}
              ${cycle && html`(<a class="nhsuk-link" href="${cycle.href}">${cycle.question}</a>)`}
              ${
                mayKeep &&
                postingButton(
                  {
                    action: (removed ? paths.restoreRebase : paths.removeRebase)({ ...at, rebase: id }),
                    sending,
                  },
                  { text: removed ? 'Begin anew after all' : 'Take back', variant: 'secondary', small: true },
                )
              }
            </li>`,
        )}
    </ul>`
}

/** One team's series on a page of its own. */
export const seriesPage = (series: SeriesShown): Html =>
  html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${series.team.name}</span>
      ${series.line.measure.name}
    </h1>
    ${seriesPart(series)}`

/** A new beginning that the readings support; people say whether, and what changed. */
function proposed(line: SeriesLine, at: { network: string; measure: string; team: string }): Html | false {
  const suggestion = suggestRebase(line.read.chart)
  return (
    suggestion !== undefined &&
    insetText({
      content: html`<p>${suggestion.because}</p>
        <p>
          <a class="nhsuk-link" href="${paths.newRebase(at)}?on=${suggestion.on}"
            >Say what changed, and begin the chart anew there</a
          >
        </p>`,
    })
  )
}

const takenAlong = (at: { network: string; measure: string; team: string }): Html =>
  html`<p>
    Take it along: <a class="nhsuk-link" href="${paths.chartPicture(at)}">the chart as a picture (PNG)</a>,
    <a class="nhsuk-link" href="${paths.chartDrawing(at)}">as a drawing (SVG)</a>,
    <a class="nhsuk-link" href="${paths.readingsSheet(at)}">its figures for Excel</a>, or
    <a class="nhsuk-link" href="${paths.readingsFile(at)}">the readings as CSV</a>
  </p>`
