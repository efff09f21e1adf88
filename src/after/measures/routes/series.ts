import { z } from 'zod'
import { dayOf } from '../../../platform/face/dates.ts'
import type { RequestContext, Site } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { cyclesOf } from '../../cycles/store.ts'
import { addReading, changeReading, removeReading, restoreReading } from '../commands/readings.ts'
import { addRebase, removeRebase, restoreRebase } from '../commands/rebases.ts'
import { ShownMeasureSchema, ShownReadingSchema } from '../record/measure.ts'
import { seriesKeepers } from '../store/who.ts'
import { correctionForm, readingForm, rebaseForm } from '../views/forms.ts'
import { seriesPage } from '../views/series.ts'
import { readOneSeries, type AtSeries } from './reading.ts'

const toSeries = ({ nouns: { network, measure, team } }: { nouns: AtSeries }): string =>
  paths.series({ network, measure, team })

type Visit = RequestContext<AtSeries>

const back = (visit: Visit) => ({ href: toSeries(visit), text: 'Back to the readings' })

async function readReading(visit: RequestContext<AtSeries & { reading: string }>) {
  const found = await readOneSeries(visit)
  const reading = found?.series.line.readings.find(({ id }) => id === visit.nouns.reading)
  return found && reading && { ...found, reading }
}

async function readForRebase(visit: Visit) {
  const found = await readOneSeries(visit)
  if (!found) return undefined
  const cycles = await cyclesOf(visit.db, visit.nouns.network)
  return {
    ...found,
    cycles: cycles
      .filter((one) => one.team_id === found.team.id)
      .map(({ id, question }) => ({ id, name: question })),
  }
}

export function seriesRoutes(site: Site): void {
  site.page({
    at: paths.series,
    who: everyone,
    read: readOneSeries,
    answer: z.object({ measure: ShownMeasureSchema, readings: z.array(ShownReadingSchema) }),
    told: ({ measure, series }) => ({ measure, readings: series.line.readings }),
    show: ({ measure, team, series, networkName }, visit) => ({
      title: `${measure.name}: ${team.name}`,
      crumbs: [
        { href: paths.network(visit.nouns), text: networkName },
        { href: paths.measures(visit.nouns), text: 'Measures' },
        { href: paths.measure(visit.nouns), text: measure.name },
      ],
      body: seriesPage(series),
      wide: true,
    }),
  })
  readings(site)
  corrections(site)
  rebases(site)
}

function readings(site: Site): void {
  site.form({
    at: paths.newReading,
    who: seriesKeepers,
    command: addReading,
    read: readOneSeries,
    values: (_data, { now, query }) => ({ on: query['on'] ?? dayOf(now) }),
    show: ({ measure, team }, form, visit) => ({
      title: 'Enter a reading',
      back: back(visit),
      phone: true,
      body: readingForm({
        action: paths.newReading(visit.nouns),
        sending: visit,
        form,
        caption: team.name,
        measure,
      }),
    }),
    then: (_outcome, visit) => toSeries(visit),
    done: 'Reading kept',
  })
}

function corrections(site: Site): void {
  site.form({
    at: paths.editReading,
    who: seriesKeepers,
    command: changeReading,
    read: readReading,
    stands: true,
    values: ({ reading: { value, denominator, note } }) => ({
      value: value === null ? '' : String(value),
      denominator: denominator === null ? '' : String(denominator),
      note: note ?? '',
      missing: value === null ? 'yes' : '',
      reason: '',
    }),
    show: ({ measure, team, reading }, form, visit) => ({
      title: 'Correct a reading',
      back: back(visit),
      phone: true,
      body: correctionForm({
        action: paths.editReading(visit.nouns),
        sending: visit,
        form,
        caption: team.name,
        measure,
        on: reading.on,
      }),
    }),
    then: (_outcome, visit) => toSeries(visit),
    done: 'Reading corrected',
  })
  site.button({
    at: paths.removeReading,
    command: removeReading,
    then: (_outcome, visit) => toSeries(visit),
    back: toSeries,
    done: 'Reading taken out',
  })
  site.button({
    at: paths.restoreReading,
    command: restoreReading,
    then: (_outcome, visit) => toSeries(visit),
    back: toSeries,
    done: 'Reading put back',
  })
}

function rebases(site: Site): void {
  site.form({
    at: paths.newRebase,
    who: seriesKeepers,
    command: addRebase,
    read: readForRebase,
    values: (_data, { query }) => ({ on: query['on'] ?? '' }),
    show: ({ measure, team, cycles }, form, visit) => ({
      title: 'Begin the chart anew',
      back: back(visit),
      body: rebaseForm({
        action: paths.newRebase(visit.nouns),
        sending: visit,
        form,
        caption: team.name,
        measure,
        cycles,
      }),
    }),
    then: (_outcome, visit) => toSeries(visit),
    done: 'The chart begins anew',
  })
  site.button({
    at: paths.removeRebase,
    command: removeRebase,
    then: (_outcome, visit) => toSeries(visit),
    back: toSeries,
    done: 'Taken back',
  })
  site.button({
    at: paths.restoreRebase,
    command: restoreRebase,
    then: (_outcome, visit) => toSeries(visit),
    back: toSeries,
    done: 'The chart begins anew',
  })
}
