import { z } from 'zod'
import { membersOf, networkById, teamById } from '../../before/networks/store/networks.ts'
import { itsTeam, organisers } from '../../before/networks/store/roles.ts'
import { Id } from '../../platform/form/fields.ts'
import { post } from '../../platform/mail/outbox.ts'
import { actorKey } from '../../platform/store/actor.ts'
import { command, either, theClock, refuse, type Refusal } from '../../platform/store/command.ts'
import { reviewsOf } from '../reviews/store/meetings.ts'
import { updateFields } from './record.ts'
import { meetingToCome, toRemindOf } from './rules.ts'
import { addUpdateRow, noteReminder, takeBackUpdateRow, updateAt, updatesOf } from './store.ts'

type Done = Promise<{ id: string } | Refusal>

const topic = ({ network }: { network: string }) => `network:${network}`
const OfTeam = { network: Id, team: Id }
const OfUpdate = { ...OfTeam, update: Id }
const gone = refuse('This update is not there any more')

export const sayUpdate = command('updates.sayUpdate', {
  said: 'said how they are getting on',
  input: z.object({ ...OfTeam, ...updateFields.input }),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, { network, team, ...given }, { id, now, actor }): Done {
    if (!(await teamById(tx, network, team))) return refuse('This team is not there any more')
    const update = id()
    await addUpdateRow(tx, {
      network_id: network,
      id: update,
      team_id: team,
      review_id: meetingToCome(await reviewsOf(tx, network), now)?.id ?? null,
      ...updateFields.columns(given),
      said_at: now,
      said_by: actorKey(actor),
    })
    return { id: update }
  },
})

export const takeBackUpdate = command('updates.takeBackUpdate', {
  said: 'took an update back',
  input: z.object(OfUpdate),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, at, { now }): Done {
    const row = await updateAt(tx, at)
    if (!row || row.removed_at) return gone
    await takeBackUpdateRow(tx, row, now)
    return { id: row.id }
  },
})

export const restoreUpdate = command('updates.restoreUpdate', {
  said: 'put an update back',
  input: z.object(OfUpdate),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, at): Done {
    const row = await updateAt(tx, at)
    if (!row?.removed_at) return gone
    await takeBackUpdateRow(tx, row, null)
    return { id: row.id }
  },
})

/** Writes to the leads of teams that have not said yet how they are getting on, once before each meeting. */
export const remindTeams = command('updates.remindTeams', {
  said: 'reminded the teams of the next meeting',
  unnamed: true,
  input: z.object({ network: Id }),
  topic,
  who: theClock,
  internal: true,
  async run(tx, { network }, { id, now }): Done {
    const meeting = toRemindOf(await reviewsOf(tx, network), now)
    if (!meeting || !(await networkById(tx, network))) return gone
    if (!(await noteReminder(tx, { network_id: network, id: meeting.id, sent_at: now }))) return gone
    const said = new Set(
      (await updatesOf(tx, network))
        .filter(({ review_id }) => review_id === meeting.id)
        .map(({ team_id }) => team_id),
    )
    for (const { role, team_id, person_id } of await membersOf(tx, network))
      if (role === 'lead' && team_id !== null && !said.has(team_id))
        await post(tx, {
          id: id(),
          network,
          kind: 'updates.asked',
          ids: { network, review: meeting.id, team: team_id, person: person_id },
          now,
        })
    return { id: meeting.id }
  },
})

export const updateCommands = [sayUpdate, takeBackUpdate, restoreUpdate, remindTeams]
