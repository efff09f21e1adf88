import type { SliceData } from '../../platform/slice.ts'
import { reflectionCommands } from './commands.ts'
import { reflectionSections } from './store.ts'

export const reflections: SliceData = {
  commands: reflectionCommands,
  sections: reflectionSections,
}
