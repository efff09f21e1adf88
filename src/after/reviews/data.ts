import type { SliceData } from '../../platform/slice.ts'
import { reviewCommands } from './commands/minutes.ts'
import { reviewSections } from './store/sections.ts'

export const reviews: SliceData = {
  commands: reviewCommands,
  sections: reviewSections,
}
