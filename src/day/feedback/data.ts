import type { SliceData } from '../../platform/slice.ts'
import { feedbackCommands } from './commands.ts'
import { feedbackSections } from './store/file.ts'

export const feedback: SliceData = {
  commands: feedbackCommands,
  sections: feedbackSections,
}
