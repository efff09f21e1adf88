import type { SliceData } from '../../platform/slice.ts'
import { all, filled } from '../../platform/store/hanging.ts'
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
  hanging: {
    ideas: [
      {
        table: 'programme_items',
        by: 'idea_id',
        is: ['part of a programme', 'parts of programmes'],
        goes: filled('removed_at'),
        hanging: [{ table: 'desk_steps', by: 'item_id', is: ['step of a day', 'steps of a day'] }],
      },
    ],
    events: [
      {
        table: 'programme_items',
        by: 'event_id',
        is: ['part of the programme', 'parts of the programme'],
        goes: all,
      },
      { table: 'desk_steps', by: 'event_id', goes: all },
      { table: 'presenter_notes', by: 'event_id', goes: all },
      { table: 'day_links', by: 'event_id', goes: all },
    ],
  },
}
