import { z } from 'zod'
import { dayState, type AtEvent } from '../../before/events/rules.ts'
import { eventById, type EventRow } from '../../before/events/store.ts'
import { markOf } from '../../before/networks/rules.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import { insiders, organisers } from '../../before/networks/store/roles.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { html } from '../../platform/face/html.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { publishReport, saveReport, withdrawReport } from './commands.ts'
import { postMarkdown } from './rules/markdown.ts'
import { writtenOf } from './store/draft.ts'
import { reportOf, type ReportRow } from './store/reports.ts'
import {
  editReportForm,
  postArticle,
  publishPage,
  reportPage,
  type Hidden,
  type ShownReport,
} from './views/report.ts'

type OfEvent = RequestContext<AtEvent>

/** Others read a past day's draft from the records, but not one that is being written or was withdrawn. */
const hiddenFromOthers = (event: EventRow, report: ReportRow | undefined, now: string): Hidden | undefined =>
  report && !report.published_at
    ? 'being edited'
    : !report && dayState(event, now) === 'today'
      ? 'not over'
      : undefined

async function readReport(visit: OfEvent): Promise<(ShownReport & { markdown: string }) | undefined> {
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
    changed: report !== undefined && report.drafted_from !== draft.keyedHash,
    mayEdit: await organisers.allows(db, nouns, actor),
    tooEarly,
  }
}

/** The text that an organiser edits: the one that stands, or with `?anew=yes` a new draft from the records. */
async function readEditing(visit: OfEvent) {
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

async function readPost({ db, nouns }: OfEvent) {
  const network = await networkById(db, nouns.network)
  const event = await eventById(db, nouns.network, nouns.event)
  const report = await reportOf(db, nouns.network, nouns.event)
  if (!network || !event || !report?.published_at) return undefined
  const written = { title: report.title, body: report.body, mark: markOf(network.kind) }
  return { network, event, written, markdown: postMarkdown(written), publishedAt: report.published_at }
}

const Answer = z.object({ markdown: z.string() })

export function reportRoutes(site: Site): void {
  const toReport = (_outcome: unknown, { nouns }: OfEvent) => paths.report(nouns)
  const back = ({ nouns }: OfEvent) => ({ href: paths.report(nouns), text: 'News post' })

  site.page({
    at: paths.report,
    who: everyone,
    read: readReport,
    answer: Answer.extend({ changed: z.boolean() }),
    show: (shown, visit) => ({
      title: `News post about ${shown.event.name}`,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        { href: paths.event(visit.nouns), text: shown.event.name },
      ],
      wide: true,
      body: reportPage(shown, visit),
    }),
  })

  site.form({
    at: paths.editReport,
    who: organisers,
    command: saveReport,
    read: readEditing,
    values: ({ values }) => values,
    show: (shown, form, visit) => ({
      title: 'Edit the post',
      back: back(visit),
      body: editReportForm(shown, form, visit),
    }),
    then: toReport,
    done: 'Post saved',
  })

  site.form({
    at: paths.reportPublication,
    who: organisers,
    command: publishReport,
    read: readReport,
    show: (shown, _form, visit) => ({
      title: 'Check the post',
      back: back(visit),
      body: publishPage(shown, visit),
    }),
    then: (_outcome, { nouns }) => paths.post(nouns),
    done: 'Post published',
  })

  site.button({
    at: paths.reportWithdrawal,
    command: withdrawReport,
    then: toReport,
    back: ({ nouns }) => paths.report(nouns),
    done: 'Post withdrawn',
  })

  site.page({
    at: paths.post,
    who: everyone,
    read: readPost,
    answer: Answer.extend({ publishedAt: z.string() }),
    show: ({ network, event, written }, { nouns }) => ({
      title: written.title,
      crumbs: [
        { href: paths.network({ network: network.id }), text: network.name },
        { href: paths.event(nouns), text: event.name },
      ],
      body: html`${postArticle(written)}
        <p><a href="${paths.postMarkdown(nouns)}">This post as Markdown</a></p>`,
    }),
  })

  site.file({
    at: paths.postMarkdown,
    who: everyone,
    async read(visit) {
      const post = await readPost(visit)
      if (!post) return undefined
      const body = postMarkdown(post.written, visit.config.publicUrl)
      return { type: 'text/markdown; charset=utf-8', body }
    },
  })
}
