import { dayState, type AtEvent } from '../../../before/events/rules.ts'
import { eventById, type EventRow } from '../../../before/events/store.ts'
import { markOf } from '../../../before/networks/rules.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { insiders, organisers } from '../../../before/networks/store/roles.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import type { RequestContext } from '../../../platform/http/site.ts'
import type { PostFacts } from '../rules/facts.ts'
import { postMarkdown } from '../rules/markdown.ts'
import { writtenOf } from '../store/draft.ts'
import { reportOf, type ReportRow } from '../store/reports.ts'
import type { Hidden, ShownReport } from '../views/report.ts'

export type OfEvent = RequestContext<AtEvent>

/** Others read a past day's draft from the records, but not one that is being written or was withdrawn. */
const hiddenFromOthers = (event: EventRow, report: ReportRow | undefined, now: string): Hidden | undefined =>
  report && !report.published_at
    ? 'being edited'
    : !report && dayState(event, now) === 'today'
      ? 'not over'
      : undefined

export async function readReport(
  visit: OfEvent,
): Promise<(ShownReport & { markdown: string; facts: PostFacts }) | undefined> {
  const { db, nouns, actor, now } = visit
  const network = await networkById(db, nouns.network)
  const event = await eventById(db, nouns.network, nouns.event)
  const found = await writtenOf(db, nouns, visit.keyedHash)
  if (!network || !event || !found) return undefined
  const { draft, report, title, body } = found
  const inside = await insiders.allows(db, nouns, actor)
  const tooEarly = event.on_day > dayOf(now)
  const hidden = inside || tooEarly ? undefined : hiddenFromOthers(event, report, now)
  const written = { title, body, mark: markOf(network.kind) }
  return {
    network,
    event,
    report,
    inside,
    hidden,
    written,
    markdown: hidden || (tooEarly && !inside) ? '' : postMarkdown(written),
    figures: draft.figures,
    facts: draft.facts,
    changed: report !== undefined && report.drafted_from !== draft.keyedHash,
    mayEdit: await organisers.allows(db, nouns, actor),
    tooEarly,
  }
}

/** The text that an organiser edits: the one that stands, or with `?anew=yes` a new draft from the records. */
export async function readEditing(visit: OfEvent) {
  const shown = await readReport(visit)
  const found = shown && (await writtenOf(visit.db, visit.nouns, visit.keyedHash))
  if (!shown || shown.tooEarly || !found) return undefined
  const anew = visit.query['anew'] === 'yes'
  const { draft, report } = found
  const values =
    report && !anew
      ? { title: report.title, body: report.body, draftedFrom: report.drafted_from }
      : { title: draft.title, body: draft.body, draftedFrom: draft.keyedHash }
  return { ...shown, anew, published: Boolean(report?.published_at), values }
}

export async function readPost({ db, nouns }: OfEvent) {
  const network = await networkById(db, nouns.network)
  const event = await eventById(db, nouns.network, nouns.event)
  const report = await reportOf(db, nouns.network, nouns.event)
  if (!network || !event || !report?.published_at) return undefined
  const written = { title: report.title, body: report.body, mark: markOf(network.kind) }
  return { network, event, written, markdown: postMarkdown(written), publishedAt: report.published_at }
}
