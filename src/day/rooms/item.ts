import type { KindOfPart } from '../../before/events/item.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { isRefusal, refuse } from '../../platform/store/command.ts'
import { makeRoom } from './commands/rooms.ts'
import { changeRoomRow, roomsOf } from './store/rooms.ts'
import { endTimers, moveTimers, startTimers, type Was } from './store/timers.ts'

/** The discussions of the rooms run as long as their part of the day does. */
export const roomsItem = {
  kind: 'rooms',
  name: 'Breakout rooms',
  short: 'breakout rooms',

  /** Makes a room for each change idea, where that was chosen and there is none; says how many. */
  async prepares(tx, { network, event }, { rooms }, circumstances) {
    if (rooms !== 'ideas' || (await roomsOf(tx, network, event)).length > 0) return {}
    const themes = new Set((await ideasOf(tx, network)).map(({ title }) => title))
    if (themes.size === 0) return refuse('There are no change ideas to make rooms of', 'rooms')
    for (const theme of themes) {
      const made = await circumstances.do(makeRoom, { network, event, theme })
      if (isRefusal(made)) return made
    }
    const said =
      themes.size === 1
        ? '1 room was made from the change ideas.'
        : `${themes.size} rooms were made from the change ideas.`
    return { said }
  },

  async starts(tx, part, { now }, keep) {
    if (part.lasts === null) return undefined
    const until = new Date(Date.parse(now) + part.lasts * 60_000).toISOString()
    for (const was of await startTimers(tx, part, { now, until })) keep(was)
    return undefined
  },

  async finishes(tx, part, now, keep) {
    for (const was of await endTimers(tx, part, now)) keep(was)
    return undefined
  },

  async lengthens(tx, part, minutes, keep) {
    for (const was of await moveTimers(tx, part, minutes)) keep(was)
  },

  async takesBack(tx, { network }, kept) {
    for (const { id, set } of kept as Was[]) await changeRoomRow(tx, network, id, set)
    return undefined
  },
} as const satisfies KindOfPart
