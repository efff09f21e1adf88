import type { SliceData } from '../../platform/slice.ts'
import { ballotCommands } from './commands/ballots.ts'
import { revealCommands } from './commands/revealing.ts'
import { tieCommands } from './commands/ties.ts'
import { voteCommands } from './commands/votes.ts'
import { recordingCommands } from './commands/recording.ts'
import { rollCommands } from './commands/roll.ts'
import { tabletCommands } from './commands/tablets.ts'
import { choiceCommands } from './commands/choices.ts'
import { ballotHanging, ballotSections } from './store/file.ts'
import { rollPlaces } from './holding.ts'

export const ballots: SliceData = {
  commands: [
    ...ballotCommands,
    ...revealCommands,
    ...tieCommands,
    ...voteCommands,
    ...recordingCommands,
    ...rollCommands,
    ...tabletCommands,
    ...choiceCommands,
  ],
  sections: ballotSections,
  staying: {
    tablets: 'They are devices that are signed in to this server',
  },
  hanging: ballotHanging,
  holding: rollPlaces,
}
