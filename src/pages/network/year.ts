import { plannedChecks } from '../../after/adoption/store/checks.ts'
import type { Db } from '../../platform/store/database.ts'
import { yearLine, type YearMark } from '../../platform/face/year-line.ts'
import type { Html } from '../../platform/face/html.ts'
import { counted } from '../../platform/text/english.ts'
import type { Uptake } from '../spread/uptake.ts'
import { paths } from '../../paths.ts'

interface Kept {
  network: string
  today: string
  events: readonly { id: string; name: string; onDay: string; cancelled: boolean }[]
  meetings: readonly { id: string; onDay: string; held: boolean }[]
  /** Pledges that are neither completed nor released, with a day. */
  due: readonly { id: string; event: string; team: string; byDay: string }[]
  /** Checks after adoption that have no answer. */
  checks?: readonly { href: string; team: string; byDay: string }[]
}

/** The checks of a network that are still to be answered; of one team alone, where it is named. */
export async function checksOfYear(
  db: Db,
  network: string,
  teams: readonly { id: string; name: string }[],
  team?: string,
): Promise<NonNullable<Kept['checks']>> {
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  return (await plannedChecks(db, network))
    .filter(({ answeredAt, adoption }) => !answeredAt && (team === undefined || adoption.team_id === team))
    .map(({ adoption, dueOn }) => ({
      href: paths.adoption({ network, idea: adoption.idea_id, team: adoption.team_id }),
      team: names.get(adoption.team_id) ?? adoption.team_id,
      byDay: dueOn,
    }))
}

/** Pledges that stand and have a day; of one team alone, where it is named. */
export function dueOf({ ways, teams }: Uptake, team?: string): Kept['due'] {
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  return ways
    .filter((way) => team === undefined || way.team === team)
    .flatMap((way) => way.pledges)
    .filter((pledge) => pledge.by_day !== null && !pledge.completed_at && !pledge.released_at)
    .map(({ id, event_id, team_id, by_day }) => ({
      id,
      event: event_id,
      team: names.get(team_id) ?? team_id,
      byDay: by_day!,
    }))
}

/** So many of what is due stand on the line, the longest overdue first: a network has hundreds of pledges. */
const mostDue = 6

const plus = (on: string, months: number): string => Temporal.PlainDate.from(on).add({ months }).toString()

/** The year from the last event on, or the next one; nothing where there is neither an event nor a meeting. */
export function yearOf({ network, today, events, meetings, due, checks = [] }: Kept): Html | undefined {
  const standing = events.filter(({ cancelled }) => !cancelled)
  const days = [...standing, ...meetings].map(({ onDay }) => onDay).toSorted()
  if (days.length === 0) return undefined
  const lastEvent = standing
    .map(({ onDay }) => onDay)
    .filter((on) => on <= today)
    .toSorted()
    .at(-1)
  const yearAgo = plus(today, -12)
  const from = plus([lastEvent ?? today, yearAgo].toSorted().at(-1)!, 0)
  const start = plus([from, days.find((on) => on >= yearAgo) ?? from, today].toSorted()[0]!, -1)
  // A year after an event there is still a next meeting to see.
  const end = [plus(start, 13), plus(today, 2)].toSorted().at(-1)!
  const within = (on: string) => on >= start && on < end
  const marks: YearMark[] = [
    ...standing
      .filter(({ onDay }) => within(onDay))
      .map(({ id, name, onDay }): YearMark => ({
        on: onDay,
        kind: 'day',
        text: name,
        href: paths.event({ network, event: id }),
        done: onDay < today,
      })),
    ...meetings
      .filter(({ onDay }) => within(onDay))
      .map(({ id, onDay, held }): YearMark => ({
        on: onDay,
        kind: 'meeting',
        text: 'Meeting',
        href: paths.review({ network, review: id }),
        done: held,
      })),
    ...due
      .filter(({ byDay }) => within(byDay))
      .toSorted((a, b) => (a.byDay < b.byDay ? -1 : 1))
      .slice(0, mostDue)
      .map(({ id, event, team, byDay }): YearMark => ({
        on: byDay,
        kind: byDay < today ? 'late' : 'due',
        text: byDay < today ? `Pledge of ${team}, overdue` : `Pledge of ${team} due`,
        href: paths.pledge({ network, event, pledge: id }),
      })),
    ...checks
      .filter(({ byDay }) => within(byDay))
      .slice(0, mostDue)
      .map(({ href, team, byDay }): YearMark => ({
        on: byDay,
        kind: byDay < today ? 'late' : 'due',
        text: `Is it still in use? ${team}`,
        href,
      })),
  ]
  if (marks.length === 0) return undefined
  return yearLine({ caption: sentence({ meetings, due, today }), from: start, to: end, today, marks })
}

function sentence({ meetings, due, today }: Pick<Kept, 'meetings' | 'due' | 'today'>): string {
  const held = meetings.filter((one) => one.held).length
  const late = due.filter(({ byDay }) => byDay < today).length
  const met =
    meetings.length === 0 ? 'No meeting is planned' : `${held} of ${counted(meetings.length, 'meeting')} held`
  return late > 0 ? `${met}; ${counted(late, 'pledge')} overdue.` : `${met}; no pledge is overdue.`
}
