import type { KindOfPart } from '../../before/events/item.ts'
import { openFeedback } from './commands.ts'

/** Opens the form. Where that has been closed already, this part of the day only says thank you. */
export const feedbackItem = {
  kind: 'feedback',
  name: 'Feedback',
  short: 'feedback',
  async starts(_tx, { network, event }, circumstances) {
    await circumstances.do(openFeedback, { network, event })
    return undefined
  },
} as const satisfies KindOfPart
