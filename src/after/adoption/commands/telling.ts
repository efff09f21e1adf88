import { z } from 'zod'
import { teamById } from '../../../before/networks/store/networks.ts'
import { Id } from '../../../platform/form/fields.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse } from '../../../platform/store/command.ts'
import { adaptation, checked, fidelity, lineage, look, reach, scored } from '../record.ts'
import { adoptedMove, checkMonths, checksFrom } from '../rules/checks.ts'
import { partsOf, partWords } from '../rules/progress.ts'
import { movesOfAdoption } from '../store/adoptions.ts'
import {
  adaptationsOf,
  addAdaptationRow,
  addCheckRow,
  addLookRow,
  addScoreRow,
  checksOf,
  looksOf,
  removeAdaptationRow,
  removeCheckRow,
} from '../store/telling.ts'
import { adopters, OfAdoption, topic, withAdoption } from './finding.ts'

const Ticked = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((sent) => [sent ?? []].flat().filter((word) => partWords.includes(word)))

/** Ticks the parts of the stage at which it stands; ticks of other stages stay. */
export const tickParts = command('adoption.tickParts', {
  said: 'ticked how much of a stage is done',
  input: z.object({ ...OfAdoption, done: Ticked }),
  topic,
  who: adopters,
  run: (tx, { done, ...at }, { now }) =>
    withAdoption(tx, at, now, async (row) => {
      const here = partsOf(row.stage, row.done).map(({ word }) => word)
      if (here.length === 0) return refuse('This stage has no parts to tick')
      const kept = row.done.split(' ').filter((word) => word && !here.includes(word))
      return { done: [...kept, ...here.filter((word) => done.includes(word))].join(' ') }
    }),
})

/** Looks again at the context; a change that is new there becomes an adaptation. */
export const lookAgain = command('adoption.lookAgain', {
  said: 'looked again at where an idea is to work',
  input: z.object({ ...OfAdoption, ...look.input, before: z.string().max(500).default('') }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, before, ...said }, { id, now, actor }) =>
    withAdoption(tx, { network, idea, team }, now, async (row) => {
      if (!said.different && !said.keep && !said.change && !said.leaveOut)
        return refuse('Write something in at least one of the boxes', 'different')
      const earlier = (await looksOf(tx, network, row.id))[0]?.change ?? before
      const made = id()
      const by = actorKey(actor)
      await addLookRow(tx, {
        network_id: network,
        id: made,
        adoption_id: row.id,
        ...look.columns(said),
        looked_at: now,
        looked_by: by,
      })
      if (said.change && said.change.trim() !== earlier.trim())
        await addAdaptationRow(tx, {
          network_id: network,
          id: id(),
          adoption_id: row.id,
          look_id: made,
          what: said.change,
          why: said.different,
          on_day: dayOf(now),
          planned: 'planned',
          keeps: 'unknown',
          added_at: now,
          added_by: by,
          removed_at: null,
        })
      return {}
    }),
})

export const addAdaptation = command('adoption.addAdaptation', {
  said: 'recorded an adaptation',
  input: z.object({ ...OfAdoption, ...adaptation.input }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, ...said }, { id, now, actor }) =>
    withAdoption(tx, { network, idea, team }, now, async (row) => {
      if (said.onDay > dayOf(now)) return refuse('This day is still to come', 'onDay')
      await addAdaptationRow(tx, {
        network_id: network,
        id: id(),
        adoption_id: row.id,
        look_id: null,
        ...adaptation.columns(said),
        added_at: now,
        added_by: actorKey(actor),
        removed_at: null,
      })
      return {}
    }),
})

const removing = (name: string, said: string, at: (now: string) => string | null) =>
  command(name, {
    said,
    input: z.object({ ...OfAdoption, adaptation: Id }),
    topic,
    who: adopters,
    run: (tx, { network, idea, team, adaptation: which }, { now }) =>
      withAdoption(tx, { network, idea, team }, now, async (row) => {
        const all = await adaptationsOf(tx, network, row.id)
        if (!all.some(({ id }) => id === which)) return refuse('This adaptation is not there any more')
        await removeAdaptationRow(tx, network, which, at(now))
        return {}
      }),
  })

export const removeAdaptation = removing('adoption.removeAdaptation', 'took an adaptation away', (now) => now)
export const restoreAdaptation = removing('adoption.restoreAdaptation', 'put an adaptation back', () => null)

const Months = z.coerce
  .number()
  .refine((months) => (checkMonths as readonly number[]).includes(months), 'There is no such check')

/** Answers a check after adoption. It moves nothing: that a change is not in use any more is a flag. */
export const answerCheck = command('adoption.answerCheck', {
  said: 'answered a check after adoption',
  input: z.object({ ...OfAdoption, months: Months, ...checked.input }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, months, ...said }, { id, now, actor }) =>
    withAdoption(tx, { network, idea, team }, now, async (row) => {
      const move = adoptedMove(await movesOfAdoption(tx, network, row.id))
      if (!move) return refuse('It is not recorded as adopted, so there is nothing to check')
      const answered = (await checksOf(tx, network))
        .filter((one) => one.move_id === move.id)
        .map((one) => one.months)
      const check = checksFrom(move.on_day, answered).find((one) => one.months === months)!
      if (check.answered) return refuse('This check has been answered already')
      if (check.dueOn > dayOf(now)) return refuse('This check is not due yet')
      await addCheckRow(tx, {
        network_id: network,
        id: id(),
        adoption_id: row.id,
        move_id: move.id,
        months,
        ...checked.columns(said),
        answered_at: now,
        answered_by: actorKey(actor),
      })
      return {}
    }),
})

/** Takes the answer to a check back, so that it can be given anew. */
export const takeBackCheck = command('adoption.takeBackCheck', {
  said: 'took back an answer to a check after adoption',
  input: z.object({ ...OfAdoption, months: Months }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, months }, { now }) =>
    withAdoption(tx, { network, idea, team }, now, async (row) => {
      const move = adoptedMove(await movesOfAdoption(tx, network, row.id))
      const found = (await checksOf(tx, network)).some(
        (one) => one.move_id === move?.id && one.months === months,
      )
      if (!move || !found) return refuse('This check has no answer')
      await removeCheckRow(tx, network, move.id, months)
      return {}
    }),
})

export const giveScore = command('adoption.giveScore', {
  said: 'gave a progress score',
  input: z.object({ ...OfAdoption, ...scored.input }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, ...said }, { id, now, actor }) =>
    withAdoption(tx, { network, idea, team }, now, async (row) => {
      await addScoreRow(tx, {
        network_id: network,
        id: id(),
        adoption_id: row.id,
        ...scored.columns(said),
        set_at: now,
        set_by: actorKey(actor),
      })
      return {}
    }),
})

export const tellParts = command('adoption.tellParts', {
  said: 'recorded which core parts are in use',
  input: z.object({ ...OfAdoption, ...fidelity.input }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, ...said }, { now }) =>
    withAdoption(tx, { network, idea, team }, now, async () => {
      if (!said.inUse && !said.notInUse) return refuse('Enter the core parts, each on a line', 'inUse')
      return fidelity.columns(said)
    }),
})

export const tellReach = command('adoption.tellReach', {
  said: 'recorded how many people it reaches',
  input: z.object({ ...OfAdoption, ...reach.input }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, ...said }, { now }) =>
    withAdoption(tx, { network, idea, team }, now, async () => {
      if (said.reached > said.eligible)
        return refuse('More people cannot have received it than it is meant for', 'reached')
      if (said.countedOn > dayOf(now)) return refuse('This day is still to come', 'countedOn')
      return reach.columns(said)
    }),
})

const FromTeam = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => id || null)

export const tellLineage = command('adoption.tellLineage', {
  said: 'recorded from whom an idea was taken up',
  input: z.object({ ...OfAdoption, from: FromTeam, ...lineage.input }),
  topic,
  who: adopters,
  run: (tx, { network, idea, team, from, ...said }, { now }) =>
    withAdoption(tx, { network, idea, team }, now, async () => {
      if (from === team) return refuse('Choose another team', 'from')
      if (from && !(await teamById(tx, network, from))) return refuse('Choose a team from the list', 'from')
      return { from_team_id: from, ...lineage.columns(said) }
    }),
})
