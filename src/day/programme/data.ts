import type { SliceData } from '../../platform/slice.ts'
import { programmeCommands } from './commands/programme.ts'
import { programmeSections } from './store/items.ts'

export const programme: SliceData = {
  commands: programmeCommands,
  sections: programmeSections,
  staying: {
    desk_steps: 'They are for taking back what was just done; what came of it stands in the programme',
    presenter_notes: 'It is a word of the moment to whoever presents',
    day_links: 'They open the screens of this server, until they expire',
  },
}
