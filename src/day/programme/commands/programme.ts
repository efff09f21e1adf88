import { adjustingCommands } from './adjusting.ts'
import { itemCommands } from './items.ts'
import { layingOutCommands } from './laying-out.ts'
import { linkCommands } from './links.ts'
import { moveDay } from './moving-day.ts'
import { noteCommands } from './notes.ts'
import { removeBallot } from './removing.ts'
import { addRunOff, removeRunOff } from './run-off.ts'
import { runningCommands } from './running.ts'
import { undoingCommands } from './undoing.ts'

export const programmeCommands = [
  ...layingOutCommands,
  ...itemCommands,
  ...runningCommands,
  ...adjustingCommands,
  ...undoingCommands,
  ...noteCommands,
  ...linkCommands,
  moveDay,
  addRunOff,
  removeRunOff,
  removeBallot,
]
