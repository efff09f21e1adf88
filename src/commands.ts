import { ideaCommands } from './before/ideas/commands.ts'
import { eventCommands } from './before/events/commands.ts'
import { networkCommands } from './before/networks/commands.ts'
import { arrivingCommands } from './before/sign-ups/commands/arriving.ts'
import { enteringCommands } from './before/sign-ups/commands/entering.ts'
import { organisingCommands } from './before/sign-ups/commands/organising.ts'
import { ownSignUpCommands } from './before/sign-ups/commands/own.ts'
import { describingCommands } from './before/sign-ups/commands/describing.ts'
import { signUpCommands } from './before/sign-ups/commands/sign-up.ts'
import { peopleCommands } from './before/people/commands.ts'
import { pledgeCommands } from './day/pledges/commands.ts'
import { askCommands } from './day/asks/commands.ts'
import { roomCommands } from './day/rooms/commands/rooms.ts'
import { feedbackCommands } from './day/feedback/commands.ts'
import { sessionCommands } from './platform/auth/sessions.ts'
import { reflectionCommands } from './day/reflections/commands.ts'
import { ballotCommands } from './day/ballots/commands/ballots.ts'
import { choiceCommands } from './day/ballots/commands/choices.ts'
import { recordingCommands } from './day/ballots/commands/recording.ts'
import { rollCommands } from './day/ballots/commands/roll.ts'
import { revealCommands } from './day/ballots/commands/revealing.ts'
import { tieCommands } from './day/ballots/commands/ties.ts'
import { tabletCommands } from './day/ballots/commands/tablets.ts'
import { voteCommands } from './day/ballots/commands/votes.ts'
import { programmeCommands } from './day/programme/commands/programme.ts'
import { mailCommands } from './platform/mail/claims.ts'
import { checkWriter } from './platform/store/check.ts'
import type { AnyCommand } from './platform/store/command.ts'
import { forgetKeys } from './platform/store/forgetting.ts'
import { tallyCommands } from './platform/store/tallies.ts'
import { planCommands } from './after/plans/commands.ts'
import { movingCommands } from './whole/moving/commands.ts'
import { reviewCommands } from './after/reviews/commands/minutes.ts'
import { removingCommands } from './whole/removing/commands.ts'
import { keepingCommands } from './whole/keeping/commands.ts'
import { rehearsingCommands } from './whole/rehearsing/commands.ts'
import { reportCommands } from './after/reports/commands.ts'

/** Every command there is. Only these change the store. A slice adds its own here, in the order of the story. */
const all: AnyCommand[] = [
  checkWriter,
  forgetKeys,
  ...tallyCommands,
  ...mailCommands,
  ...sessionCommands,
  ...peopleCommands,
  ...networkCommands,
  ...ideaCommands,
  ...eventCommands,
  ...describingCommands,
  ...signUpCommands,
  ...enteringCommands,
  ...arrivingCommands,
  ...ownSignUpCommands,
  ...organisingCommands,
  ...reflectionCommands,
  ...ballotCommands,
  ...revealCommands,
  ...tieCommands,
  ...voteCommands,
  ...recordingCommands,
  ...rollCommands,
  ...tabletCommands,
  ...choiceCommands,
  ...pledgeCommands,
  ...askCommands,
  ...roomCommands,
  ...feedbackCommands,
  ...programmeCommands,
  ...planCommands,
  ...movingCommands,
  ...reviewCommands,
  ...removingCommands,
  ...keepingCommands,
  ...rehearsingCommands,
  ...reportCommands,
]

export const commands: ReadonlyMap<string, AnyCommand> = new Map(
  all.map((command) => [command.name, command]),
)

if (commands.size !== all.length) throw new Error('Two commands have the same name')
