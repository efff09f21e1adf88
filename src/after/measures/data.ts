import type { SliceData } from '../../platform/slice.ts'
import { measureCommands } from './commands/measures.ts'
import { readingCommands } from './commands/readings.ts'
import { rebaseCommands } from './commands/rebases.ts'
import { measureSections } from './store/measures.ts'
import { readingSections } from './store/readings.ts'

export const measures: SliceData = {
  commands: [...measureCommands, ...readingCommands, ...rebaseCommands],
  sections: [...measureSections, ...readingSections],
}
