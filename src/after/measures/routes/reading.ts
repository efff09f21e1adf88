import { ideaById } from '../../../before/ideas/store.ts'
import { networkById, teamsOf } from '../../../before/networks/store/networks.ts'
import { wordsNotRecorded } from '../../../day/pledges/rules.ts'
import { pledgeById, pledgesOf } from '../../../day/pledges/store.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import type { RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { cyclesOf } from '../../cycles/store.ts'
import { lineOf } from '../record/lines.ts'
import { readingViewOf, viewOf, type MeasureView } from '../record/measure.ts'
import { changesOfMeasure, measureById, type MeasureRow } from '../store/measures.ts'
import { linesOfMeasures } from '../store/lines.ts'
import { changesOfSeries, readingsOfSeries, rebasesOfSeries } from '../store/readings.ts'
import { itsMeasurers, seriesKeepers } from '../store/who.ts'
import type { MeasurePage } from '../views/measure.ts'
import type { SeriesShown } from '../views/series.ts'

export interface AtMeasure {
  network: string
  measure: string
}

export interface AtSeries extends AtMeasure {
  team: string
}

/** A team's readings of a measure, with all that was changed of them. */
export async function readSeriesShown(
  visit: RequestContext<AtMeasure>,
  measure: MeasureView,
  team: { id: string; name: string },
): Promise<SeriesShown> {
  const { db, nouns, actor } = visit
  const { network } = nouns
  const [rows, changes, rebases, cycles, pledges, mayKeep] = await Promise.all([
    readingsOfSeries(db, network, measure.id, team.id),
    changesOfSeries(db, network, measure.id, team.id),
    rebasesOfSeries(db, network, measure.id, team.id),
    cyclesOf(db, network),
    pledgesOf(db, network),
    seriesKeepers.allows(db, { network, team: team.id }, actor),
  ])
  // Tests of another idea explain nothing here.
  const followed = new Set(
    pledges
      .filter((one) => measure.pledge === null || one.id === measure.pledge)
      .filter((one) => measure.idea === null || one.idea_id === measure.idea)
      .map(({ id }) => id),
  )
  const questions = new Map(cycles.map(({ id, question }) => [id, question]))
  const begun = rebases.filter((one) => one.removed_at === null).map((one) => one.begins_on)
  const standing = rows.filter((row) => row.removed_at === null).map(readingViewOf)
  return {
    network,
    team,
    line: lineOf(measure, team, standing, begun),
    removed: rows.filter((row) => row.removed_at !== null).map(readingViewOf),
    corrections: changes.map((one) => ({
      of: one.taken_on,
      value: one.value,
      denominator: one.denominator,
      note: one.note,
      on: one.changed_at,
      reason: one.reason,
    })),
    rebases: rebases.map((one) => ({
      id: one.id,
      on: one.begins_on,
      cause: one.cause,
      cycle: one.cycle_id
        ? {
            href: paths.cycle({ network, cycle: one.cycle_id }),
            question: questions.get(one.cycle_id) ?? 'The test',
          }
        : null,
      removed: one.removed_at !== null,
    })),
    happened: [
      ...rebases
        .filter((one) => one.removed_at === null)
        .map((one) => ({ on: one.begins_on, text: `The chart begins anew: ${one.cause}` })),
      ...cycles
        .filter((one) => one.team_id === team.id)
        .filter((one) => followed.has(one.pledge_id))
        .map((one) => ({
          on: dayOf(one.planned_at),
          text: `Test: ${one.question}`,
          href: paths.cycle({ network, cycle: one.id }),
        })),
    ],
    mayKeep,
    sending: visit,
  }
}

/** The pages of the things that a measure follows. */
async function followedBy(
  { db, nouns: { network } }: RequestContext<AtMeasure>,
  { idea_id, pledge_id }: MeasureRow,
): Promise<MeasurePage['follows']> {
  const [idea, pledge] = await Promise.all([
    idea_id ? ideaById(db, network, idea_id) : undefined,
    pledge_id ? pledgeById(db, network, pledge_id) : undefined,
  ])
  return [
    ...(idea ? [{ key: 'Idea', href: paths.idea({ network, idea: idea.id }), text: idea.title }] : []),
    ...(pledge
      ? [
          {
            key: 'Pledge',
            href: paths.pledge({ network, event: pledge.event_id, pledge: pledge.id }),
            text: pledge.what ?? wordsNotRecorded,
          },
        ]
      : []),
  ]
}

export interface ReadMeasure extends Omit<MeasurePage, 'network' | 'sending'> {
  row: MeasureRow
  networkName: string
}

/** All that the page of a measure shows, from a fixed number of queries for a team's own and for the network's. */
export async function readMeasure(visit: RequestContext<AtMeasure>): Promise<ReadMeasure | undefined> {
  const { db, nouns, actor } = visit
  const [network, row, teams] = await Promise.all([
    networkById(db, nouns.network),
    measureById(db, nouns.network, nouns.measure),
    teamsOf(db, nouns.network),
  ])
  if (!network || !row) return undefined
  const measure = viewOf(row)
  const team = teams.find(({ id }) => id === row.team_id) ?? null
  const [follows, history, mayChange] = await Promise.all([
    followedBy(visit, row),
    changesOfMeasure(db, network.id, row.id),
    itsMeasurers.allows(db, nouns, actor),
  ])
  const series = team ? await readSeriesShown(visit, measure, team) : undefined
  const lines = team ? [] : await linesOfMeasures(db, network.id, [row])
  const begun = new Set(lines.flatMap((line) => (line.team ? [line.team.id] : [])))
  const mayKeepOf: string[] = []
  if (!team && actor.kind !== 'public')
    for (const { id } of teams)
      if (await seriesKeepers.allows(db, { network: network.id, team: id }, actor)) mayKeepOf.push(id)
  const first = series?.line ?? lines[0]
  return {
    row,
    networkName: network.name,
    measure,
    team: team && { id: team.id, name: team.name },
    follows,
    series,
    lines,
    waiting: team ? [] : teams.filter(({ id }) => !begun.has(id)),
    history: history.map(({ field, was, changed_at }) => ({ field, was, on: changed_at })),
    because: first?.read.because ?? null,
    mayChange,
    mayKeepOf,
  }
}

/** One team's series where the address names it: of its own measure or of the network's. */
export async function readOneSeries(visit: RequestContext<AtSeries>) {
  const { db, nouns } = visit
  const [network, row, teams] = await Promise.all([
    networkById(db, nouns.network),
    measureById(db, nouns.network, nouns.measure),
    teamsOf(db, nouns.network),
  ])
  const team = teams.find(({ id }) => id === nouns.team)
  if (!network || !row || !team || (row.team_id !== null && row.team_id !== team.id)) return undefined
  const measure = viewOf(row)
  const series = await readSeriesShown(visit, measure, { id: team.id, name: team.name })
  return { row, measure, team: series.team, series, networkName: network.name }
}
