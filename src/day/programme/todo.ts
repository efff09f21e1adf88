import { dayState } from '../../before/events/rules.ts'
import { eventsOf } from '../../before/events/store.ts'
import type { ToDo } from '../../pages/home/todo.ts'
import { paths } from '../../paths.ts'

/** The day that is on in a network of theirs: organisers run it, others follow it. */
export const dayThatIsOn: ToDo = async (db, roles, now) => {
  const networks = [...new Set(roles.map(({ network_id }) => network_id))]
  const all = await Promise.all(
    networks.map(async (network) => {
      const runs = roles.some(({ network_id, role }) => network_id === network && role === 'organiser')
      const days = (await eventsOf(db, network)).filter(
        (event) => event.cancelled_at === null && dayState(event, now) === 'today',
      )
      return days.map(({ id: event, name }) => ({
        text: runs ? `Run the day from the Desk: ${name}` : `Follow the day: ${name}`,
        href: runs ? paths.desk({ network, event }) : paths.now({ network, event }),
        hint: 'It is today',
      }))
    }),
  )
  return all.flat()
}
