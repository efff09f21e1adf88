import type { SliceData } from '../../platform/slice.ts'
import { all, filled } from '../../platform/store/hanging.ts'
import { roomCommands } from './commands/rooms.ts'
import { roomSections } from './store/notes.ts'
import { roomPlaces } from './holding.ts'

export const rooms: SliceData = {
  commands: roomCommands,
  sections: roomSections,
  hanging: {
    events: [
      {
        table: 'rooms',
        by: 'event_id',
        is: ['breakout room', 'breakout rooms'],
        goes: all,
        hanging: [{ table: 'room_notes', by: 'room_id', is: ['note', 'notes'], goes: filled('removed_at') }],
      },
      { table: 'room_places', by: 'event_id', goes: all },
    ],
  },
  holding: roomPlaces,
}
