import { eventTopic } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { teamById } from '../../../../before/networks/store/networks.ts'
import { itsLeadOrOrganisers } from '../../../../before/networks/store/roles.ts'
import { Id, optionalText } from '../../../../platform/form/fields.ts'
import { actorKey } from '../../../../platform/store/actor.ts'
import { command, refuse, type Refusal } from '../../../../platform/store/command.ts'
import { confirmableBy } from '../rules/result.ts'
import { choosableBy } from '../../voting/rules/vote.ts'
import { setTeamChoice, teamChoiceIn } from '../../ballot/store/ballots.ts'
import { optionsShown, resultOf } from '../store/results.ts'
import { ballotAt } from '../../ballot/commands/ballots.ts'

/** A team's choice: that of most of its people or, where the vote does not say, its decision with a reason. */
export const confirmChoice = command('ballots.confirmChoice', {
  said: 'confirmed a team’s choice',
  input: z.object({
    network: Id,
    event: Id,
    ballot: Id,
    team: Id,
    idea: z.string({ error: 'Choose the idea' }).min(1, 'Choose the idea').max(100),
    reason: optionalText(500, 'The reason'),
  }),
  topic: eventTopic,
  who: itsLeadOrOrganisers,
  async run(tx, { network, event, ballot, team, idea, reason }, { actor, now, id }) {
    const found = await ballotAt(tx, { network, event, ballot })
    if (!found || !(await teamById(tx, network, team))) return refuse('This vote is not there any more')
    const result = await resultOf(tx, network, found)
    if (!result) return refuse('Wait until the result is revealed, then confirm the choice.')
    const options = await optionsShown(tx, network, ballot)
    const choosable = choosableBy(team, { ownIdea: found.own_idea, options }).map((option) => option.idea)
    const { ideas, reason: asked } = confirmableBy(team, result, choosable)
    if (!ideas.includes(idea)) return refuse('Choose an idea from the list', 'idea')
    if (asked && !reason) return refuse('Enter how it was chosen', 'reason') satisfies Refusal
    const before = await teamChoiceIn(tx, network, ballot, team)
    const kept = asked ? reason : null
    if (before?.idea_id === idea && before.reason === kept) return { id: before.id }
    const choice = before?.id ?? id()
    await setTeamChoice(tx, {
      network_id: network,
      id: choice,
      ballot_id: ballot,
      team_id: team,
      idea_id: idea,
      reason: kept,
      confirmed_by: actorKey(actor),
      confirmed_at: now,
    })
    return { id: choice }
  },
})

export const choiceCommands = [confirmChoice]
