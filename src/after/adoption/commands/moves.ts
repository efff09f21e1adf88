import { z } from 'zod'
import { ideaById } from '../../../before/ideas/store.ts'
import { membersOf } from '../../../before/networks/store/networks.ts'
import { Id } from '../../../platform/form/fields.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import { post } from '../../../platform/mail/outbox.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import { command, refuse } from '../../../platform/store/command.ts'
import { fidelity, lineage, moved, reach } from '../record.ts'
import { adoptedMove } from '../rules/checks.ts'
import { whyNoGain } from '../rules/gains.ts'
import { stages, whyNotMove } from '../rules/ladder.ts'
import {
  addAdoptionRow,
  addMoveRow,
  adoptionOf,
  changeAdoptionRow,
  forgetAdoptionRow,
  movesOfAdoption,
  testsOf,
  undoMoveRow,
  type AdoptionRow,
} from '../store/adoptions.ts'
import { hasMore } from '../store/telling.ts'
import { gainsOf } from '../store/gains.ts'
import { adopters, areThere, gone, OfAdoption, topic, type Outcome } from './finding.ts'

const ChosenTest = z
  .string()
  .max(100)
  .nullish()
  .transform((id) => id || null)

/** Records that a team has come to a stage with an idea; the first one begins the record. */
export const moveAdoption = command('adoption.moveAdoption', {
  said: 'recorded how far a team has come with an idea',
  input: z.object({
    ...OfAdoption,
    stage: z.enum(stages, 'Choose a stage of the ladder'),
    ...moved.input,
    test: ChosenTest,
  }),
  topic,
  who: adopters,
  async run(tx, { network, idea, team, stage, test, ...said }, { id, now, actor }): Outcome {
    if (!(await areThere(tx, { network, idea, team }))) return gone
    const row = await adoptionOf(tx, network, idea, team)
    const moves = row ? await movesOfAdoption(tx, network, row.id) : []
    const finished = (await testsOf(tx, network, idea, team))
      .filter((cycle) => cycle.decided_at !== null)
      .map((cycle) => cycle.id)
    const why = whyNotMove({
      ...said,
      from: row?.stage,
      since: row?.stage_on,
      adoptedOn: adoptedMove(moves)?.on_day,
      to: stage,
      today: dayOf(now),
      finishedTests: finished,
      test,
    })
    if (why) return refuse(why.says, why.field)
    if (stage === 'sustained') {
      const [gains] = await gainsOf(tx, network, [{ idea_id: idea, team_id: team }])
      const lost = whyNoGain(gains!, adoptedMove(moves)!.on_day, said.onDay)
      if (lost) return refuse(lost, 'evidence')
    }
    const adoption = row?.id ?? id()
    if (row) await changeAdoptionRow(tx, row, { stage, stage_on: said.onDay, updated_at: now })
    else {
      const origin = (await ideaById(tx, network, idea))!.team_id
      await addAdoptionRow(tx, {
        ...beginning,
        network_id: network,
        id: adoption,
        idea_id: idea,
        team_id: team,
        stage,
        stage_on: said.onDay,
        from_team_id: origin === team ? null : origin,
        created_at: now,
        updated_at: now,
      })
    }
    const move = id()
    await addMoveRow(tx, {
      network_id: network,
      id: move,
      adoption_id: adoption,
      stage,
      ...moved.columns(said),
      cycle_id: test,
      moved_at: now,
      moved_by: actorKey(actor),
      undone_at: null,
      undone_by: null,
    })
    if (stage === 'adopted' && !adoptedMove(moves)) {
      const origin = row?.from_team_id
      const leads = origin ? await membersOf(tx, network) : []
      for (const lead of leads)
        if (lead.role === 'lead' && lead.team_id === origin && lead.email)
          await post(tx, {
            id: id(),
            network,
            kind: 'adoption.takenUp',
            ids: { network, move, member: lead.id },
            now,
          })
    }
    return { id: adoption }
  },
})

const beginning = {
  done: '',
  ...lineage.empty,
  ...fidelity.empty,
  ...reach.empty,
} satisfies Partial<AdoptionRow>

/** Takes the last move back; of the first one, the team stands again at the stage before any. */
export const undoMove = command('adoption.undoMove', {
  said: 'took back how far a team has come with an idea',
  input: z.object({ ...OfAdoption, move: Id }),
  topic,
  who: adopters,
  async run(tx, { network, idea, team, move }, { now, actor }): Outcome {
    const row = await adoptionOf(tx, network, idea, team)
    const moves = row ? await movesOfAdoption(tx, network, row.id) : []
    const last = moves.at(-1)
    if (!row || !last) return gone
    if (last.id !== move)
      return refuse('Only the last move can be taken back. Another has been recorded since.')
    const before = moves.at(-2)
    if (!before) {
      if (await hasMore(tx, row))
        return refuse('More has been recorded since. Move it to another stage instead, and say why.')
      await forgetAdoptionRow(tx, row)
      return { id: row.id }
    }
    await undoMoveRow(tx, last, { undone_at: now, undone_by: actorKey(actor) })
    await changeAdoptionRow(tx, row, { stage: before.stage, stage_on: before.on_day, updated_at: now })
    return { id: row.id }
  },
})
