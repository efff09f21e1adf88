import { eventTopic } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { Id } from '../../../../platform/form/fields.ts'
import { actorKey } from '../../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../../platform/store/command.ts'
import { canTake, stateOf } from '../../ballot/rules/ballot.ts'
import { changeBallotRow, giveScreen } from '../../ballot/store/ballots.ts'
import { stepsOf } from '../store/results.ts'
import { ballotAt } from '../../ballot/commands/ballots.ts'

const BarShown = z
  .object({
    id: z.string(),
    said: z.string().optional().describe('What was done, where it is not what was asked for'),
  })
  .meta({ id: 'BarShown' })
export type BarShown = z.infer<typeof BarShown>

/** Shows the next bar on the Screen, from the last place up, or the next round. With the last all is revealed. */
export const showNextBar = command('ballots.showNextBar', {
  said: 'revealed the next bar of a result',
  input: z.object({
    network: Id,
    event: Id,
    ballot: Id,
    /** The bars shown when the button was: two who press at once show one bar. */
    seen: z.coerce.number().int().min(0).max(1000).optional(),
  }),
  topic: eventTopic,
  who: organisers,
  outcome: BarShown,
  async run(tx, { seen, ...nouns }, { now, actor }): Promise<BarShown | Refusal> {
    const found = await ballotAt(tx, nouns)
    if (!found) return refuse('This vote is not there any more')
    const step = canTake('reveal', stateOf(found))
    if ('refused' in step) return refuse(step.refused)
    const { ballot: id, network } = nouns
    if ('done' in step) return { id, said: 'The whole result is shown already' }
    const before = found.bars_shown ?? 0
    if (seen !== undefined && seen !== before) return { id, said: 'That bar was shown already' }
    const of = await stepsOf(tx, network, found)
    if (of === 1) return refuse('There is only one step to show. Reveal the whole result instead.')
    const last = before + 1 >= of
    const revealed = { revealed_at: now, revealed_by: actorKey(actor) }
    await changeBallotRow(tx, network, id, { bars_shown: before + 1, ...(last && revealed) })
    await giveScreen(tx, nouns, id)
    return last ? { id, said: 'That was the last. The whole result is revealed.' } : { id }
  },
})

/** The Screen goes on with the programme, where the result of a vote was shown on it meanwhile. */
export const leaveScreen = command('ballots.leaveScreen', {
  said: 'gave the Screen back to the programme',
  input: z.object({ network: Id, event: Id, ballot: Id }),
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns): Promise<{ id: string } | Refusal> {
    const found = await ballotAt(tx, nouns)
    if (!found) return refuse('This vote is not there any more')
    if (found.on_screen) await giveScreen(tx, nouns)
    return { id: found.id }
  },
})

export const revealCommands = [showNextBar, leaveScreen]
