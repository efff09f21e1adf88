import type { SliceData } from '../../platform/slice.ts'
import { all } from '../../platform/store/hanging.ts'
import { pictureCommands } from './commands.ts'
import { pictureSections } from './store.ts'

export const pictures: SliceData = {
  commands: pictureCommands,
  sections: pictureSections,
  hanging: {
    ideas: [{ table: 'idea_pictures', by: 'idea_id', is: ['picture of it', 'pictures of it'], goes: all }],
  },
}
