import type { answering } from '../../../day/asks/rules.ts'
import { dayOf, time, weekdayAndDay } from '../../../platform/face/dates.ts'
import { figures, type Figure } from '../../../platform/face/figures.ts'
import type { Html } from '../../../platform/face/html.ts'
import { counted } from '../../../platform/text/english.ts'
import { testingTeams } from '../../spread/grid.ts'
import type { Uptake } from '../../spread/uptake.ts'
import type { ShownMeetings } from './meetings.ts'

interface FiguresProps {
  network: { teamNoun: string; teamNounPlural: string }
  uptake: Uptake
  asks: ReturnType<typeof answering>
  coProduced: number
  meetings: ShownMeetings
  today: string
}

const of = (part: number, whole: number): string => `${part} of ${whole}`

function testing({ uptake, network }: FiguresProps): Figure | undefined {
  if (uptake.teams.length === 0 || uptake.ideas.length === 0) return undefined
  const number = testingTeams(uptake)
  if (number === 0 && uptake.unrecorded.has('plans')) return undefined
  const noun = number === 1 ? network.teamNoun : network.teamNounPlural
  return {
    value: of(number, uptake.teams.length),
    what: `${noun} ${number === 1 ? 'tests' : 'test'} an idea that is not theirs`,
  }
}

function ideas({ uptake, coProduced }: FiguresProps): Figure | undefined {
  if (uptake.ideas.length === 0) return undefined
  return {
    value: of(coProduced, uptake.ideas.length),
    what: `${coProduced === 1 ? 'idea says' : 'ideas say'} with whom ${coProduced === 1 ? 'it was' : 'they were'} made together`,
  }
}

function pledges({ uptake }: FiguresProps): Figure | undefined {
  const all = uptake.ways.flatMap((way) => way.pledges)
  if (all.length === 0 || uptake.unrecorded.has('plans')) return undefined
  const kept = all.filter((one) => one.completed_at && !one.released_at).length
  const released = all.filter((one) => one.released_at).length
  const rest = [`${all.length - kept - released} on their way`, released > 0 && `${released} released`]
  return { value: of(kept, all.length), what: `pledges kept, ${rest.filter(Boolean).join(', ')}` }
}

function asks({ uptake, asks: { asked, answered, days } }: FiguresProps): Figure | undefined {
  if (asked === 0 || uptake.unrecorded.has('asks')) return undefined
  const took = days === undefined ? '' : `, in ${counted(days, 'working day')} (median)`
  return { value: of(answered, asked), what: `asks for support answered${took}` }
}

/** The whole days from one day to another, both as YYYY-MM-DD. */
const daysTo = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

function next({ meetings, today }: FiguresProps): Figure | undefined {
  if (!meetings.next) return undefined
  const { startsAt } = meetings.next
  const days = daysTo(today, dayOf(startsAt))
  return {
    value: days <= 0 ? 'Today' : counted(days, 'day'),
    what: `${days <= 0 ? 'is the next meeting' : 'to the next meeting'}, ${weekdayAndDay(dayOf(startsAt)).replace(/ \d{4}$/, '')}, ${time(startsAt)}`,
  }
}

/** The network in five figures, each with what it is a part of; none of what nobody recorded. */
export function networkFigures(props: FiguresProps): Html | undefined {
  const list = [testing, pledges, asks, ideas, next]
    .map((one) => one(props))
    .filter((one) => one !== undefined)
  return list.length > 0 ? figures(list) : undefined
}
