import { networkById } from '../../before/networks/store/networks.ts'
import { networksOf, type ToDo } from '../../pages/home/todo.ts'
import { dayOf, time, weekdayAndDay } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { reviewsOf } from './store/meetings.ts'

/** A meeting is announced so many days before. */
const daysAhead = 14

/** The next meeting of each network in which somebody takes part, when it is near. */
export const comingMeetings: ToDo = async (db, roles, now) => {
  const networks = networksOf(roles, 'organiser', 'lead', 'member', 'representative', 'board', 'sponsor')
  const last = Temporal.PlainDate.from(dayOf(now)).add({ days: daysAhead }).toString()
  const all = await Promise.all(
    networks.map(async (network) => {
      const meetings = await reviewsOf(db, network)
      const next = meetings.find(
        ({ ends_at, on_day, cancelled_at }) => ends_at > now && on_day <= last && !cancelled_at,
      )
      if (!next) return []
      const name = (await networkById(db, network))?.name ?? ''
      return [
        {
          text: `Meeting on ${weekdayAndDay(next.on_day)}`,
          href: paths.review({ network, review: next.id }),
          hint: `${name}, ${time(next.starts_at)}`,
        },
      ]
    }),
  )
  return all.flat()
}
