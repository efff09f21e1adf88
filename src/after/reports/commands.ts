import { eventTopic } from '../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../before/networks/store/roles.ts'
import { eventById } from '../../before/events/store.ts'
import { Id, requiredText } from '../../platform/form/fields.ts'
import { dayOf } from '../../platform/face/dates.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../platform/store/command.ts'
import { pictureFromElsewhere } from './rules/harmless.ts'
import { writtenOf } from './store/draft.ts'
import { reportOf, saveReportRow } from './store/reports.ts'

const OfEvent = { network: Id, event: Id }
type Done = Promise<{ id: string } | Refusal>

/** A picture is fetched from where it lies, which then knows who reads; and browsers here would not fetch it. */
const noPictures = (picture: string) =>
  `A picture from another place cannot stand in a post. Take out “${shortened(picture)}”, or delete its exclamation mark to make it a link`

const shortened = (text: string) => (text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`)

const gone = () => refuse('This event is not there any more')

/** Saves the post as an organiser edited it. `draftedFrom` seals the records that it was drawn from. */
export const saveReport = command('reports.saveReport', {
  said: 'wrote the post about an event',
  input: z.object({
    ...OfEvent,
    title: requiredText(200, 'Enter a headline'),
    body: requiredText(40_000, 'Enter the text of the post'),
    draftedFrom: z.string().max(200).default(''),
  }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, title, body, draftedFrom }, { id, now }): Done {
    if (!(await eventById(tx, network, event))) return gone()
    const picture = pictureFromElsewhere(body)
    if (picture) return refuse(noPictures(picture), 'body')
    const standing = await reportOf(tx, network, event)
    const row = {
      network_id: network,
      id: standing?.id ?? id(),
      event_id: event,
      kind: 'post',
      title,
      body,
      drafted_from: draftedFrom,
      edited_at: now,
      published_at: standing?.published_at ?? null,
      published_by: standing?.published_by ?? null,
    }
    await saveReportRow(tx, row)
    return { id: row.id }
  },
})

/** Publishes the post as it stands; one that nobody edited is published as the records write it now. */
export const publishReport = command('reports.publishReport', {
  said: 'published the post about an event',
  input: z.object(OfEvent),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event }, { id, now, actor, keyedHash }): Done {
    const held = await eventById(tx, network, event)
    if (!held) return gone()
    if (held.on_day > dayOf(now)) return refuse('The event has not been yet, so there is nothing to report')
    const { draft, report, title, body } = (await writtenOf(tx, { network, event }, keyedHash))!
    const row = report ?? {
      network_id: network,
      id: id(),
      event_id: event,
      kind: 'post',
      title,
      body,
      drafted_from: draft.keyedHash,
      edited_at: now,
    }
    const published = report?.published_at ? report : { published_at: now, published_by: actorKey(actor) }
    const { published_at, published_by } = published
    await saveReportRow(tx, { ...row, published_at, published_by })
    return { id: row.id }
  },
})

/** Takes the post from the public; its text stays for the organisers. */
export const withdrawReport = command('reports.withdrawReport', {
  said: 'took the post about an event from the public',
  input: z.object(OfEvent),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event }): Done {
    const report = await reportOf(tx, network, event)
    if (!report) return refuse('There is no post to withdraw')
    await saveReportRow(tx, { ...report, published_at: null, published_by: null })
    return { id: report.id }
  },
})

export const reportCommands = [saveReport, publishReport, withdrawReport]
