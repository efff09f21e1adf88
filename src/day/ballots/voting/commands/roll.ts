import { eventTopic } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { Id } from '../../../../platform/form/fields.ts'
import { attendeeById } from '../../../../before/sign-ups/store.ts'
import { command, refuse, type Refusal } from '../../../../platform/store/command.ts'
import { stateOf } from '../../ballot/rules/ballot.ts'
import { addToRoll } from '../store/votes.ts'
import { ballotAt } from '../../ballot/commands/ballots.ts'

/** Lets somebody vote who signed themselves up when voting had opened: an organiser answers for who they are. */
export const letVote = command('ballots.letVote', {
  said: 'let somebody vote who signed up late',
  input: z.object({ network: Id, event: Id, ballot: Id, attendee: Id }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { attendee: id, ...nouns }): Promise<{ id: string } | Refusal> {
    const ballot = await ballotAt(tx, nouns)
    const attendee = await attendeeById(tx, nouns.network, id)
    if (!ballot || attendee?.event_id !== nouns.event)
      return refuse('This vote or sign-up is not there any more')
    if (stateOf(ballot) !== 'open') return refuse('This vote is not open, so nobody can be let in')
    if (ballot.method === 'team') return refuse('In this vote each team has one vote, which its lead gives')
    if (attendee.cancelled_at) return refuse('This sign-up is cancelled. Undo the cancellation first.')
    if (!attendee.team_id)
      return refuse('Their sign-up names no team. Add the team first, then let them vote.')
    await addToRoll(tx, {
      network_id: nouns.network,
      ballot_id: nouns.ballot,
      voter_id: id,
      attendee_id: id,
      team_id: attendee.team_id,
    })
    return { id }
  },
})

export const rollCommands = [letVote]
