import type { SliceData } from '../../platform/slice.ts'
import { roomCommands } from './commands/rooms.ts'
import { roomSections } from './store/notes.ts'

export const rooms: SliceData = {
  commands: roomCommands,
  sections: roomSections,
}
