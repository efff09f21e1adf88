import { z } from 'zod'
import { calendarUid, markOf } from '../../../before/networks/rules.ts'
import {
  membersOf,
  namesIn,
  networkById,
  teamsOf,
  type NetworkRow,
} from '../../../before/networks/store/networks.ts'
import { insiders, organisers } from '../../../before/networks/store/roles.ts'
import { dayTyped } from '../../../platform/face/day-field.ts'
import type { Values } from '../../../platform/form/state.ts'
import type { Content, Site, RequestContext } from '../../../platform/http/site.ts'
import { calendar, type CalendarEntry } from '../../../platform/mail/calendar.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { changesBy, readSetUp, setUpSeries, standingSeries } from '../commands/series.ts'
import { reviewsOf, seriesOf, type ReviewRow } from '../store/meetings.ts'
import { isMine } from '../rules/owner.ts'
import { actionsOf, attendanceOf } from '../store/minutes.ts'
import { MeetingSchema, toldMeeting } from '../record.ts'
import { attendedView } from '../views/attended.ts'
import { meetingList } from '../views/list.ts'
import { seriesCheck, seriesForm } from '../views/series.ts'

type InNetwork = RequestContext<{ network: string }>

const withFirstDay = (values: Values, { nouns }: InNetwork) => ({
  ...values,
  firstOn: dayTyped(values, 'firstOn'),
  ...nouns,
})

/** The address of the calendar of one person: it ends with the role. */
const calendarToken = (keyedHash: RequestContext['keyedHash'], network: string, person: string) =>
  keyedHash('review-calendar', network, person)

async function readMeetings({ db, nouns, actor, now, keyedHash, config }: InNetwork) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const insider = actor.kind === 'person' && (await insiders.allows(db, nouns, actor))
  const token = insider && calendarToken(keyedHash, network.id, actor.id)
  const meetings = await reviewsOf(db, network.id)
  const me = insider && (await namesIn(db, network.id, [actor.id])).get(actor.id)
  const open = me
    ? (await actionsOf(db, network.id)).filter((one) => !one.completed_at && isMine(one, me))
    : []
  return {
    network,
    meetings,
    mine: open,
    attended:
      insider &&
      attendedView({
        network,
        meetings,
        teams: await teamsOf(db, network.id),
        attendance: await attendanceOf(db, network.id),
      }),
    mayOrganise: await organisers.allows(db, nouns, actor),
    calendar: token ? config.publicUrl + paths.reviewCalendar({ network: network.id, token }) : undefined,
    now,
  }
}

const Answer = z.object({ meetings: z.array(MeetingSchema.extend({ place: z.string().nullable() })) })

const told = ({ meetings }: { meetings: readonly ReviewRow[] }): z.infer<typeof Answer> => ({
  meetings: meetings.map((meeting) => ({ ...toldMeeting(meeting), place: meeting.place })),
})

const entryOf = (
  meeting: ReviewRow,
  network: Pick<NetworkRow, 'id' | 'name' | 'calendar'>,
  url: string,
): CalendarEntry => ({
  uid: calendarUid(network.calendar, 'meeting', { id: meeting.id, before: meeting.id }),
  sequence: meeting.sequence,
  startsAt: meeting.starts_at,
  endsAt: meeting.ends_at,
  summary: `Six-weekly meeting: ${network.name}`,
  ...((meeting.place ?? meeting.link) && { location: meeting.place ?? meeting.link! }),
  ...(meeting.link && { description: meeting.link }),
  ...(url && { url: url + paths.review({ network: network.id, review: meeting.id }) }),
  cancelled: meeting.cancelled_at !== null,
})

async function readSeries(visit: InNetwork) {
  const { db, nouns } = visit
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const series = await seriesOf(db, network.id)
  return {
    network,
    series,
    action: paths.reviewSeries(nouns),
    again: series !== undefined,
    before: await standingSeries(db, network.id),
  }
}

function changesToCheck(
  before: Awaited<ReturnType<typeof standingSeries>>,
  values: Values,
  visit: InNetwork,
) {
  const setUp = readSetUp(withFirstDay(values, visit))
  return setUp ? changesBy(setUp, before, visit.now) : []
}

export function meetingsRoutes(site: Site): void {
  site.page({
    at: paths.reviews,
    who: everyone,
    read: readMeetings,
    answer: Answer,
    told,
    show: (shown): Content => ({
      title: 'Six-weekly meetings',
      wide: true,
      crumbs: [{ href: paths.network({ network: shown.network.id }), text: shown.network.name }],
      body: meetingList(shown),
    }),
  })

  site.form({
    at: paths.reviewSeries,
    who: organisers,
    command: setUpSeries,
    read: readSeries,
    input: withFirstDay,
    values: ({ series }) => ({
      firstOn: series?.first_on ?? '',
      localTime: series?.local_time ?? '',
      minutes: String(series?.minutes ?? 60),
      place: series?.place ?? '',
      link: series?.link ?? '',
    }),
    show: (shown, form, visit) => ({
      title: 'Set up the six-weekly meetings',
      back: { href: paths.reviews(visit.nouns), text: 'Six-weekly meetings' },
      body: seriesForm(shown.network, shown, form, visit),
    }),
    check: (shown, form, visit) => ({
      title: 'Check the meetings',
      back: { href: paths.reviewSeries(visit.nouns) },
      body: seriesCheck(
        shown.network,
        { ...shown, changes: changesToCheck(shown.before, form.values, visit) },
        form,
        visit,
      ),
    }),
    then: (_outcome, { nouns }) => paths.reviews(nouns),
    done: 'Meetings saved',
  })

  site.file({
    at: paths.reviewCalendar,
    who: everyone,
    async read({ db, nouns, keyedHash, now, config }) {
      const { network: id, token } = nouns
      const network = await networkById(db, id)
      const members = network ? await membersOf(db, id) : []
      const known = members.some((member) => calendarToken(keyedHash, id, member.person_id) === token)
      if (!network || !known) return undefined
      const entries = (await reviewsOf(db, id)).map((one) => entryOf(one, network, config.publicUrl))
      const mark = markOf(network.kind)
      const body = calendar({ name: `Six-weekly meetings: ${network.name}`, entries, stamp: now, mark })
      return { type: 'text/calendar; charset=utf-8', body }
    },
  })
}
