import { eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../before/events/store.ts'
import { ideaById } from '../../before/ideas/store.ts'
import { teamById } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { Id } from '../../platform/form/fields.ts'
import { teamAtEvent } from '../../before/sign-ups/store.ts'
import { command, either, refuse, refuseForGood, type Refusal } from '../../platform/store/command.ts'
import { reflectionFields } from './record.ts'
import { areAlike, isEmpty, savedAt } from './rules.ts'
import { putReflection, reflectionFor } from './store.ts'

/** People of the team, and organisers who write down what it says. */
export const reflects = either<AtEvent & { team: string }>(teamAtEvent, organisers)

/**
 * One reflection for each team and idea, written by the first of the team and changed by the others. `seen` is when the
 * version that they began from was saved: nobody writes over a colleague's newer one.
 */
export const reflect = command('reflections.reflect', {
  said: 'wrote a reflection',
  input: z.object({
    network: Id,
    event: Id,
    idea: Id,
    team: z.string({ error: 'Choose the team' }).min(1, 'Choose the team').max(100),
    ...reflectionFields.input,
    seen: z.string().max(40).default(''),
  }),
  topic: eventTopic,
  who: reflects,
  async run(
    tx,
    { network, event, idea, team, seen, ...written },
    { id, now, happenedAt },
  ): Promise<{ id: string } | Refusal> {
    const about = await ideaById(tx, network, idea)
    if (!about || !(await eventById(tx, network, event)))
      return refuseForGood('This idea is not there any more')
    if (!(await teamById(tx, network, team))) return refuse('Choose a team from the list', 'team')
    if (about.team_id === team)
      return refuse('This is the idea of those you came with. Reflect on those of the others.')
    if (isEmpty(written)) return refuse('Write something in at least one of the boxes', 'keep')
    const before = await reflectionFor(tx, network, event, team, idea)
    if (before && areAlike(reflectionFields.shows(before), written)) return { id: before.id }
    if (before && before.updated_at !== seen) {
      return {
        kind: 'overtaken',
        refused:
          'Somebody who came with you has saved this meanwhile. Both are shown: put together what should stay, then save again.',
      }
    }
    const kept = before?.id ?? id()
    await putReflection(tx, {
      network_id: network,
      id: kept,
      event_id: event,
      idea_id: idea,
      team_id: team,
      ...reflectionFields.columns(written),
      updated_at: savedAt(now, before?.updated_at),
      claimed_at: happenedAt,
    })
    return { id: kept }
  },
})

export const reflectionCommands = [reflect]
