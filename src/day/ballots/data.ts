import type { SliceData } from '../../platform/slice.ts'
import { ballotCommands } from './ballot/commands/ballots.ts'
import { revealCommands } from './counting/commands/revealing.ts'
import { tieCommands } from './counting/commands/ties.ts'
import { voteCommands } from './voting/commands/votes.ts'
import { recordingCommands } from './by-hand/commands/recording.ts'
import { rollCommands } from './voting/commands/roll.ts'
import { tabletCommands } from './voting/commands/tablets.ts'
import { choiceCommands } from './counting/commands/choices.ts'
import { ballotHanging, ballotSections } from './ballot/store/file.ts'
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
