import { z } from 'zod'
import { command, either, refuse, type Refusal } from '../../platform/store/command.ts'
import { freeSlug } from '../networks/rules.ts'
import { teamById } from '../networks/store/networks.ts'
import { itsTeam, organisers } from '../networks/store/roles.ts'
import { Id, optionalText, requiredText } from '../../platform/form/fields.ts'
import { ideaFields } from './record.ts'
import { coProducerKinds } from './rules.ts'
import {
  addCoProducerRow,
  addIdeaRow,
  changeIdeaRow,
  coProducerById,
  ideaById,
  ideaKeepers,
  ideasOf,
  removeCoProducerRow,
} from './store.ts'

const topic = ({ network }: { network: string }) => `network:${network}`

const gone = refuse('This idea is not there any more')

export const addIdea = command('ideas.addIdea', {
  said: 'added a change idea',
  input: z.object({
    network: Id,
    team: requiredText(100, 'Choose where the idea comes from'),
    ...ideaFields.input,
  }),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, { network, team, ...described }, { now }): Promise<{ id: string } | Refusal> {
    if (!(await teamById(tx, network, team))) return refuse('Choose from the list', 'team')
    const ideas = await ideasOf(tx, network)
    if (ideas.some((idea) => idea.team_id === team && idea.title === described.title))
      return refuse('There is an idea with this title already', 'title')
    const id = freeSlug(described.title, new Set(ideas.map((idea) => idea.id)), 'idea')
    const stamps = { created_at: now, updated_at: now }
    await addIdeaRow(tx, {
      network_id: network,
      id,
      team_id: team,
      ...ideaFields.columns(described),
      ...stamps,
    })
    return { id }
  },
})

export const editIdea = command('ideas.editIdea', {
  said: 'changed a change idea',
  input: z.object({ network: Id, idea: Id, team: optionalText(100), ...ideaFields.input }),
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, team, ...described }, { actor, now }): Promise<{ id: string } | Refusal> {
    const kept = await ideaById(tx, network, idea)
    if (!kept) return gone
    if (team && team !== kept.team_id) {
      if (!(await organisers.allows(tx, { network }, actor)))
        return refuse('Only an organiser can say that an idea comes from elsewhere', 'team')
      if (!(await teamById(tx, network, team))) return refuse('Choose from the list', 'team')
    }
    await changeIdeaRow(tx, {
      ...kept,
      ...ideaFields.columns(described),
      team_id: team ?? kept.team_id,
      updated_at: now,
    })
    return { id: idea }
  },
})

const HowMany = z
  .union([z.string(), z.number()])
  .optional()
  .nullable()
  .transform((typed) => (typed === null || typed === undefined || typed === '' ? null : Number(typed)))
  .pipe(
    z
      .int('Enter how many as a whole number, such as 4, or leave it empty')
      .min(1, 'Enter at least 1, or leave it empty')
      .max(1000, 'Enter 1,000 or fewer')
      .nullable(),
  )

const CoProducer = z.object({
  network: Id,
  idea: Id,
  kind: z.enum(coProducerKinds, 'Choose who they are'),
  recruitedBy: optionalText(100, 'Who asked them'),
  howMany: HowMany,
  note: optionalText(500, 'The note'),
})

export const addCoProducer = command('ideas.addCoProducer', {
  said: 'recorded who co-produced an idea',
  input: CoProducer,
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, ...given }, { id }): Promise<{ id: string } | Refusal> {
    if (!(await ideaById(tx, network, idea))) return gone
    if (given.recruitedBy && !(await teamById(tx, network, given.recruitedBy)))
      return refuse('Choose from the list', 'recruitedBy')
    const coProducer = id()
    await addCoProducerRow(tx, {
      network_id: network,
      id: coProducer,
      idea_id: idea,
      kind: given.kind,
      recruited_by: given.recruitedBy,
      how_many: given.howMany,
      note: given.note,
      removed_at: null,
    })
    return { id: coProducer }
  },
})

const OneCoProducer = z.object({ network: Id, idea: Id, coProducer: Id })

export const removeCoProducer = command('ideas.removeCoProducer', {
  said: 'removed a record of co-production',
  input: OneCoProducer,
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, coProducer }, { now }): Promise<{ id: string } | Refusal> {
    const kept = await coProducerById(tx, network, idea, coProducer)
    if (!kept) return refuse('This record is not there any more')
    if (!kept.removed_at) await removeCoProducerRow(tx, network, coProducer, now)
    return { id: coProducer }
  },
})

export const restoreCoProducer = command('ideas.restoreCoProducer', {
  said: 'put a record of co-production back',
  input: OneCoProducer,
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, coProducer }): Promise<{ id: string } | Refusal> {
    const kept = await coProducerById(tx, network, idea, coProducer)
    if (!kept) return refuse('This record is not there any more')
    await removeCoProducerRow(tx, network, coProducer, null)
    return { id: coProducer }
  },
})

export const ideaCommands = [addIdea, editIdea, addCoProducer, removeCoProducer, restoreCoProducer]
