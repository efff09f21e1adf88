import type { AtEvent } from '../../events/rules.ts'
import { paths } from '../../../paths.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { eventById } from '../../events/store.ts'
import { networkById, teamsOf } from '../../networks/store/networks.ts'
import { organisers } from '../../networks/store/roles.ts'
import {
  cancelAttendee,
  correctAttendee,
  markArrival,
  restoreAttendee,
  undoArrival,
} from '../commands/organising.ts'
import { addSignUp } from '../commands/sign-up.ts'
import { coverageOf, isWanted, pageLength, shownCode, wantedIn } from '../rules.ts'
import { attendeeById, attendeesOf } from '../store.ts'
import { everyAttendeeOf } from '../store/places.ts'
import {
  attendeeList,
  attendeePage,
  cancelAttendeePage,
  codeSheet,
  newAttendeeForm,
  type AttendeePage,
  type CodesPage,
  type ListPage,
} from '../views/attendees.ts'
import { coveragePage, type CoveragePage } from '../views/coverage.ts'
import { heldAnswers } from '../views/own.ts'

type EventVisit = RequestContext<AtEvent>
type AtAttendee = RequestContext<AtEvent & { attendee: string }>

async function readEvent({ db, nouns }: EventVisit) {
  const network = await networkById(db, nouns.network)
  const event = await eventById(db, nouns.network, nouns.event)
  return network && event && { network, event, teams: await teamsOf(db, network.id) }
}

async function readList(visit: EventVisit): Promise<ListPage | undefined> {
  const read = await readEvent(visit)
  if (!read) return undefined
  const everybody = await everyAttendeeOf(visit.db, read.network.id, read.event.id)
  const wanted = wantedIn(visit.query)
  const found = everybody.filter((row) => isWanted(row, wanted))
  const coming = everybody.filter((row) => !row.cancelled_at)
  const start = (wanted.page - 1) * pageLength
  return {
    ...read,
    wanted,
    shown: found.slice(start, start + pageLength),
    found: found.length,
    all: coming.length,
    arrived: coming.filter((row) => row.arrived_at).length,
    pages: Math.ceil(found.length / pageLength),
  }
}

async function readAttendee(visit: AtAttendee): Promise<AttendeePage | undefined> {
  const read = await readEvent(visit)
  const row = await attendeeById(visit.db, visit.nouns.network, visit.nouns.attendee)
  if (!read || row?.event_id !== read.event.id) return undefined
  return { ...read, row, code: shownCode(visit.keyedHash, read.network.id, row.id) }
}

/** The codes of those without an address; of one, or of everybody, when asked for. */
async function readCodes(visit: EventVisit): Promise<CodesPage | undefined> {
  const read = await readEvent(visit)
  if (!read) return undefined
  const { attendee, everyone } = visit.query
  const all = await attendeesOf(visit.db, read.network.id, read.event.id)
  const wanted = all.filter((row) => (attendee ? row.id === attendee : everyone || !row.email))
  const teamName = new Map(read.teams.map((team) => [team.id, team.name]))
  return {
    event: read.event,
    address: visit.address(paths.join({})).replace(/^https?:\/\//, ''),
    people: wanted.map((row) => ({
      name: row.name,
      team: teamName.get(row.team_id ?? '') ?? '',
      code: shownCode(visit.keyedHash, read.network.id, row.id),
    })),
  }
}

async function readCoverage(visit: EventVisit): Promise<CoveragePage | undefined> {
  const read = await readEvent(visit)
  if (!read) return undefined
  const people = await attendeesOf(visit.db, read.network.id, read.event.id)
  return { ...read, coverage: coverageOf(people, read.teams) }
}

const toList = ({ nouns }: EventVisit) => ({ href: paths.attendees(nouns), text: 'Back to the list' })

export function attendeeRoutes(site: Site): void {
  site.page({
    at: paths.attendees,
    who: organisers,
    read: readList,
    show: (page, visit) => ({
      title: 'People who have signed up',
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      wide: true,
      body: attendeeList(page, visit),
    }),
  })

  site.form({
    at: paths.newAttendee,
    who: organisers,
    command: addSignUp,
    read: readEvent,
    show: (page, form, visit) => ({
      title: 'Add someone',
      back: toList(visit),
      body: newAttendeeForm(page, form, visit),
    }),
    then: ({ id }, { nouns }) => paths.attendee({ ...nouns, attendee: id }),
    done: 'Signed up',
  })

  site.form({
    at: paths.attendee,
    who: organisers,
    command: correctAttendee,
    read: readAttendee,
    stands: true,
    values: ({ row }) => heldAnswers(row),
    show: (page, form, visit) => ({
      title: page.row.name,
      back: toList(visit),
      body: attendeePage(page, form, visit),
    }),
    then: (_outcome, { nouns }) => paths.attendee(nouns),
    done: 'Details saved',
  })

  site.form({
    at: paths.attendeeCancellation,
    who: organisers,
    command: cancelAttendee,
    read: readAttendee,
    show: (page, _form, visit) => ({
      title: 'Cancel a sign-up',
      back: { href: paths.attendee(visit.nouns) },
      body: cancelAttendeePage(page, visit),
    }),
    then: (_outcome, { nouns }) => paths.attendee(nouns),
    done: 'The sign-up is cancelled',
  })

  site.button({
    at: paths.attendeeCancellationRemoval,
    command: restoreAttendee,
    then: (_outcome, { nouns }) => paths.attendee(nouns),
    back: ({ nouns }) => paths.attendee(nouns),
    done: 'Signed up again',
  })

  site.button({
    at: paths.attendeeArrival,
    command: markArrival,
    then: (_outcome, { nouns }) => paths.attendees(nouns),
    back: ({ nouns }) => paths.attendee(nouns),
    done: 'Arrival noted',
  })

  site.button({
    at: paths.attendeeArrivalRemoval,
    command: undoArrival,
    then: (_outcome, { nouns }) => paths.attendees(nouns),
    back: ({ nouns }) => paths.attendee(nouns),
    done: 'Arrival taken back',
  })

  site.page({
    at: paths.attendeeCodes,
    who: organisers,
    read: readCodes,
    show: (page) => ({ title: 'Personal codes', bare: 'print', body: codeSheet(page) }),
  })

  site.page({
    at: paths.coverage,
    who: organisers,
    read: readCoverage,
    show: (page, visit) => ({
      title: 'Who is coming',
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      wide: true,
      body: coveragePage(page),
    }),
  })
}
