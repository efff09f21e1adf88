import { z } from 'zod'
import { ideasOf } from '../../../before/ideas/store.ts'
import { membershipsOf, networkById, teamsOf } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { pledgesOf } from '../../../day/pledges/store.ts'
import type { RequestContext, Site } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { addMeasure, changeMeasure, resumeMeasure, retireMeasure, setChart } from '../commands/measures.ts'
import { charted, defined, ShownMeasureSchema, ShownReadingSchema, viewOf } from '../record/measure.ts'
import { measuresOf } from '../store/measures.ts'
import { linesOfMeasures } from '../store/lines.ts'
import { itsMeasurers, measurers } from '../store/who.ts'
import { chartForm, editMeasureForm, newMeasureForm } from '../views/forms.ts'
import { measuresPage } from '../views/list.ts'
import { measurePage } from '../views/measure.ts'
import { readMeasure, type AtMeasure } from './reading.ts'

type InNetwork = RequestContext<{ network: string }>

async function readList({ db, nouns, query, actor }: InNetwork) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const [all, teams, mayAdd] = await Promise.all([
    measuresOf(db, network.id),
    teamsOf(db, network.id),
    measurers.allows(db, nouns, actor),
  ])
  const wanted = {
    team: query['team'] ?? '',
    kind: query['kind'] ?? '',
    retired: query['retired'] === 'yes',
  }
  const rows = all.filter(
    ({ kind, retired_at }) => (retired_at !== null) === wanted.retired && ['', kind].includes(wanted.kind),
  )
  const lines = (await linesOfMeasures(db, network.id, rows)).filter(
    ({ team }) => wanted.team === '' || team?.id === wanted.team,
  )
  return {
    network: {
      id: network.id,
      name: network.name,
      teamNoun: network.team_noun,
      teamNounPlural: network.team_noun_plural,
    },
    teams: teams.map(({ id, name }) => ({ id, name })),
    measures: rows.map(viewOf),
    lines,
    wanted,
    retired: wanted.retired ? 0 : all.filter((one) => one.retired_at !== null).length,
    mayAdd,
  }
}

/** The teams whose measures somebody may define, and whether also those of the network. */
async function readNew({ db, nouns, actor }: InNetwork) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const [teams, ideas, pledges, mayShare] = await Promise.all([
    teamsOf(db, network.id),
    ideasOf(db, network.id),
    pledgesOf(db, network.id),
    organisers.allows(db, nouns, actor),
  ])
  const held = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const own = new Set(held.filter((one) => one.network_id === network.id).map((one) => one.team_id))
  const theirs = mayShare ? teams : teams.filter(({ id }) => own.has(id))
  const names = new Map(theirs.map(({ id, name }) => [id, name]))
  return {
    network: { name: network.name, teamNoun: network.team_noun },
    teams: theirs.map(({ id, name }) => ({ id, name })),
    ideas: ideas.map(({ id, title }) => ({ id, name: title })),
    pledges: pledges
      .filter((one) => names.has(one.team_id) && one.what !== null && one.released_at === null)
      .map((one) => ({ id: one.id, name: `${names.get(one.team_id)}: ${short(one.what!)}` })),
    mayShare,
  }
}

const short = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words)

export const toMeasure = ({ nouns }: { nouns: AtMeasure }): string =>
  paths.measure({ network: nouns.network, measure: nouns.measure })

export function measureRoutes(site: Site): void {
  site.page({
    at: paths.measures,
    who: everyone,
    read: readList,
    query: z.object({
      team: z.string().max(100).optional().describe('Only those of a team'),
      kind: z.string().max(20).optional().describe('Only outcome, process or balancing measures'),
      retired: z.string().max(3).optional().describe('“yes” for those that are retired'),
    }),
    answer: z.object({ measures: z.array(ShownMeasureSchema) }),
    show: (data) => ({
      title: 'Measures',
      crumbs: [{ href: paths.network({ network: data.network.id }), text: data.network.name }],
      body: measuresPage(data),
      wide: true,
    }),
  })
  site.form({
    at: paths.newMeasure,
    who: measurers,
    command: addMeasure,
    read: readNew,
    values: ({ teams, mayShare }, { query }) => ({
      team: query['team'] ?? (!mayShare && teams.length === 1 ? teams[0]!.id : ''),
      idea: query['idea'] ?? '',
      pledge: query['pledge'] ?? '',
      people: 'no',
    }),
    show: (data, form, visit) => ({
      title: 'Define a measure',
      back: { href: paths.measures(visit.nouns), text: 'Back to the measures' },
      body: newMeasureForm({ action: paths.newMeasure(visit.nouns), sending: visit, form, ...data }),
    }),
    then: ({ id }, { nouns }) => paths.measure({ network: nouns.network, measure: id }),
    done: 'Measure defined',
  })
  onePage(site)
  changing(site)
}

function onePage(site: Site): void {
  site.page({
    at: paths.measure,
    who: everyone,
    read: readMeasure,
    answer: z.object({ measure: ShownMeasureSchema, readings: z.array(ShownReadingSchema) }),
    told: ({ measure, series }) => ({ measure, readings: series?.line.readings ?? [] }),
    show: (data, visit) => ({
      title: data.measure.name,
      crumbs: [
        { href: paths.network(visit.nouns), text: data.networkName },
        { href: paths.measures(visit.nouns), text: 'Measures' },
      ],
      body: measurePage({ ...data, network: visit.nouns.network, sending: visit }),
      wide: true,
    }),
  })
}

function changing(site: Site): void {
  site.form({
    at: paths.editMeasure,
    who: itsMeasurers,
    command: changeMeasure,
    read: readMeasure,
    stands: true,
    values: ({ row }) => defined.values(row),
    show: ({ team }, form, visit) => ({
      title: 'Change the measure',
      back: { href: toMeasure(visit), text: 'Back to the measure' },
      body: editMeasureForm({
        action: paths.editMeasure(visit.nouns),
        sending: visit,
        form,
        caption: team?.name ?? 'A measure of all',
      }),
    }),
    then: (_outcome, visit) => toMeasure(visit),
    done: 'Measure changed',
  })
  site.form({
    at: paths.measureChart,
    who: itsMeasurers,
    command: setChart,
    read: readMeasure,
    stands: true,
    values: ({ row }) => charted.values(row),
    show: ({ measure, because }, form, visit) => ({
      title: 'The chart and its rules',
      back: { href: toMeasure(visit), text: 'Back to the measure' },
      body: chartForm({
        action: paths.measureChart(visit.nouns),
        sending: visit,
        form,
        measure,
        because,
      }),
    }),
    then: (_outcome, visit) => toMeasure(visit),
    done: 'Chart changed',
  })
  site.button({
    at: paths.retireMeasure,
    command: retireMeasure,
    then: (_outcome, visit) => toMeasure(visit),
    back: toMeasure,
    done: 'Measure retired',
  })
  site.button({
    at: paths.resumeMeasure,
    command: resumeMeasure,
    then: (_outcome, visit) => toMeasure(visit),
    back: toMeasure,
    done: 'The measure goes on',
  })
}
