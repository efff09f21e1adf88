import type { SliceData } from '../../platform/slice.ts'
import { moveAdoption, undoMove } from './commands/moves.ts'
import {
  addAdaptation,
  answerCheck,
  giveScore,
  lookAgain,
  removeAdaptation,
  restoreAdaptation,
  takeBackCheck,
  tellLineage,
  tellParts,
  tellReach,
  tickParts,
} from './commands/telling.ts'
import { adoptionSections } from './store/sections.ts'

export const adoption: SliceData = {
  commands: [
    moveAdoption,
    undoMove,
    tickParts,
    lookAgain,
    addAdaptation,
    removeAdaptation,
    restoreAdaptation,
    answerCheck,
    takeBackCheck,
    giveScore,
    tellParts,
    tellReach,
    tellLineage,
  ],
  sections: adoptionSections,
}
