import { eventTopic } from '../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import { ballotAt } from '../../ballots/ballot/commands/ballots.ts'
import { canTake, stateOf } from '../../ballots/ballot/rules/ballot.ts'
import { removeBallotRows } from '../../ballots/ballot/store/ballots.ts'
import { leaveOutBallot } from '../store/items.ts'

/** Takes away a vote that was prepared and never opened. A part of the day that was to open it asks for another. */
export const removeBallot = command('programme.removeBallot', {
  said: 'took a prepared vote away',
  input: z.object({ network: Id, event: Id, ballot: Id }),
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns): Promise<{ id: string } | Refusal> {
    const { network, ballot } = nouns
    const found = await ballotAt(tx, nouns)
    if (!found) return refuse('This vote is not there any more')
    const step = canTake('remove', stateOf(found))
    if ('refused' in step) return refuse(step.refused)
    await leaveOutBallot(tx, network, ballot)
    await removeBallotRows(tx, network, ballot)
    return { id: ballot }
  },
})
