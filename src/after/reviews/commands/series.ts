import { z } from 'zod'
import { OptionalLink } from '../../../before/events/commands.ts'
import { readTime } from '../../../before/events/rules.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Day, Id, optionalText } from '../../../platform/form/fields.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Db, Tx } from '../../../platform/store/database.ts'
import { meetingDates } from '../rules/dates.ts'
import { seriesChanges, type SeriesChange } from '../rules/series.ts'
import {
  addReviewRow,
  addSeriesRow,
  changeReviewRow,
  changeSeriesRow,
  reviewsOf,
  seriesOf,
} from '../store/meetings.ts'
import { meetingsWithMinutes } from '../store/minutes.ts'

export const Time = z
  .string({ error: 'Enter when it begins' })
  .trim()
  .min(1, 'Enter when it begins')
  .transform((typed, problems) => {
    const read = readTime(typed)
    if (read) return read
    problems.addIssue({ code: 'custom', message: 'Enter a time, like 9:30am or 14:00' })
    return z.NEVER
  })

export const Minutes = z.coerce
  .number('Enter how many minutes it lasts')
  .int('Enter whole minutes')
  .min(15, 'A meeting lasts at least 15 minutes')
  .max(480, 'A meeting lasts at most 480 minutes')

const SetUp = z.object({
  network: Id,
  firstOn: Day('First meeting', 'Enter the day of the first meeting'),
  localTime: Time,
  minutes: Minutes,
  place: optionalText(500, 'The place'),
  link: OptionalLink,
})

export type SetUp = z.infer<typeof SetUp>
export const readSetUp = (values: unknown): SetUp | undefined => SetUp.safeParse(values).data

/** The meetings are held for a year; then the series is set up anew. */
const months = 12

/** The meetings that a series has to do with, and how far apart they are. */
export async function standingSeries(db: Db, network: string) {
  const withMinutes = await meetingsWithMinutes(db, network)
  const standing = (await reviewsOf(db, network))
    // A meeting that the series itself cancelled is out of the story; one that somebody cancelled stays cancelled.
    .filter((one) => !one.cancelled_at || one.edited_at)
    .map((one) => ({
      ...one,
      touched: [one.edited_at, one.held_at, one.notes].some(Boolean) || withMinutes.has(one.id),
    }))
  return { standing, everyWeeks: (await networkById(db, network))?.meets_every_weeks ?? 6 }
}

/** The changes to the meetings that stand if the series is set up so. */
export function changesBy(
  { firstOn: first, localTime, minutes, place, link }: SetUp,
  { standing, everyWeeks }: Awaited<ReturnType<typeof standingSeries>>,
  now: string,
): SeriesChange[] {
  const dates = meetingDates({ first, localTime, minutes, everyWeeks, months })
  return seriesChanges(standing, { dates, first, everyWeeks, place, link }, now)
}

/** Sets the meetings up for a year, or anew: only meetings to come that nobody has done anything with change. */
export const setUpSeries = command('reviews.setUpSeries', {
  said: 'planned the six-weekly meetings',
  input: SetUp,
  topic: ({ network }) => `network:${network}`,
  who: organisers,
  async run(tx, setUp, { id, now, actor }): Promise<{ id: string } | Refusal> {
    const network = await networkById(tx, setUp.network)
    if (!network) return refuse('This network is not there any more')
    const before = await standingSeries(tx, network.id)
    const changes = changesBy(setUp, before, now)
    const series = await saveSeries(tx, setUp, { now, weeks: before.everyWeeks, id: id() })
    for (const change of changes)
      await apply(tx, change, { ...setUp, series, now, by: actorKey(actor), id: id() })
    return { id: series }
  },
})

async function saveSeries(
  tx: Tx,
  { network, firstOn, localTime, minutes, place, link }: SetUp,
  { id, now, weeks }: { id: string; now: string; weeks: number },
): Promise<string> {
  const said = { first_on: firstOn, local_time: localTime, minutes, every_weeks: weeks, months, place, link }
  const standing = await seriesOf(tx, network)
  if (standing) await changeSeriesRow(tx, network, standing.id, said)
  else await addSeriesRow(tx, { network_id: network, id, ...said, created_at: now })
  return standing?.id ?? id
}

type Applying = Pick<SetUp, 'network' | 'place' | 'link'> & {
  series: string
  now: string
  by: string
  id: string
}

async function apply(tx: Tx, change: SeriesChange, { network, place, link, series, now, by, id }: Applying) {
  if (change.kind === 'keep') return
  if (change.kind === 'add') {
    await addReviewRow(tx, {
      ...whenOf(change),
      ...blank(now),
      network_id: network,
      id,
      series_id: series,
      place,
      link,
    })
    return
  }
  const { id: meeting } = change.meeting
  const sequence = change.meeting.sequence + 1
  if (change.kind === 'cancel')
    await changeReviewRow(tx, network, meeting, { cancelled_at: now, cancelled_by: by, sequence })
  else await changeReviewRow(tx, network, meeting, { ...whenOf(change), place, link, sequence })
}

const whenOf = ({ date }: Extract<SeriesChange, { date: unknown }>) => ({
  on_day: date.on,
  starts_at: date.startsAt,
  ends_at: date.endsAt,
  moved_from: date.movedFrom ?? null,
})

const blank = (now: string) => ({
  sequence: 0,
  notes: null,
  edited_at: null,
  held_at: null,
  held_by: null,
  cancelled_at: null,
  cancelled_by: null,
  created_at: now,
})
