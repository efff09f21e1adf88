import { clockTimeOf } from '../../events/rules.ts'
import { listed } from '../../../platform/text/english.ts'

/** Facts that people who have signed up were told of an event. */
export interface Facts {
  on_day: string
  starts_at: string | null
  ends_at: string | null
  place: string | null
  link: string | null
  cancelled_at: string | null
}

export const factsOf = ({ on_day, starts_at, ends_at, place, link, cancelled_at }: Facts): Facts => ({
  on_day,
  starts_at,
  ends_at,
  place,
  link,
  cancelled_at,
})

const names = {
  day: 'date',
  times: 'times',
  place: 'place',
  link: 'link to join online',
  cancelled: 'whether it is held',
}
export type Thing = keyof typeof names

const clock = (at: string | null) => at && clockTimeOf(at)

/** Facts that are not as they were. */
export function changedThings(was: Facts, is: Facts): Thing[] {
  const differs: Record<Thing, boolean> = {
    day: was.on_day !== is.on_day,
    times: clock(was.starts_at) !== clock(is.starts_at) || clock(was.ends_at) !== clock(is.ends_at),
    place: was.place !== is.place,
    link: was.link !== is.link,
    cancelled: (was.cancelled_at === null) !== (is.cancelled_at === null),
  }
  return (Object.keys(differs) as Thing[]).filter((thing) => differs[thing])
}

/** As they are stored, with spaces between. */
export const thingsIn = (stored: string): Thing[] =>
  stored.split(' ').filter((one): one is Thing => one in names)

/** "the date and the place" */
export function thingWords(things: readonly Thing[]): string {
  const said = things.filter((thing) => thing !== 'cancelled').map((thing) => `the ${names[thing]}`)
  return listed(said)
}
