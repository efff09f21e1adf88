import { eventTopic } from '../../events/rules.ts'
import { z } from 'zod'
import { command, refuse, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { eventById } from '../../events/store.ts'
import { organisers } from '../../networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { attendeeById, type AttendeeRow } from '../store.ts'
import { changeAttendeeRow } from '../store/places.ts'
import { putRight, tellCancelled } from './own.ts'
import { Answers, professionOf, refuseIfFull, tellConfirmed } from './sign-up.ts'

const AttendeeInput = z.object({ network: Id, event: Id, attendee: Id })
type Nouns = z.infer<typeof AttendeeInput>

async function attendeeAt(tx: Tx, { network, event, attendee }: Nouns): Promise<AttendeeRow | undefined> {
  const row = await attendeeById(tx, network, attendee)
  return row?.event_id === event ? row : undefined
}

const gone = () => refuse('This sign-up is not there any more')

const { livedExperience: _theirs, ...Correctable } = Answers

/** Puts details right or moves to another team. Lived experience is for the person alone to say. */
export const correctAttendee = command('signUps.correctAttendee', {
  said: 'corrected someone’s sign-up',
  unnamed: true,
  input: z.object({ network: Id, event: Id, attendee: Id, ...Correctable }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, attendee, ...answers }, circumstances): Promise<{ id: string } | Refusal> {
    const row = await attendeeAt(tx, { network, event, attendee })
    if (!row) return gone()
    const change = {
      name: answers.name,
      email: answers.email,
      team_id: answers.team,
      profession: professionOf(answers),
      access_needs: answers.accessNeeds,
      ...(answers.team !== row.team_id && { team_said_at: null }),
    }
    return putRight(tx, row, change, circumstances)
  },
})

export const cancelAttendee = command('signUps.cancelAttendee', {
  said: 'cancelled someone’s sign-up',
  unnamed: true,
  input: AttendeeInput,
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns, circumstances): Promise<{ id: string } | Refusal> {
    const row = await attendeeAt(tx, nouns)
    if (!row) return gone()
    if (row.cancelled_at) return { id: row.id }
    await changeAttendeeRow(tx, nouns.network, row.id, { cancelled_at: circumstances.now })
    await tellCancelled(tx, row, circumstances)
    return { id: row.id }
  },
})

export const restoreAttendee = command('signUps.restoreAttendee', {
  said: 'took someone’s sign-up back',
  unnamed: true,
  input: AttendeeInput,
  topic: eventTopic,
  who: organisers,
  async run(tx, nouns, circumstances): Promise<{ id: string } | Refusal> {
    const row = await attendeeAt(tx, nouns)
    const event = await eventById(tx, nouns.network, nouns.event)
    if (!row || !event) return gone()
    if (!row.cancelled_at) return { id: row.id }
    const full = await refuseIfFull(tx, event, true)
    if (full) return full
    await changeAttendeeRow(tx, nouns.network, row.id, { cancelled_at: null })
    await tellConfirmed(tx, nouns, row, circumstances)
    return { id: row.id }
  },
})

const arrival = (name: string, said: string, at: (now: string, held: string | null) => string | null) =>
  command(name, {
    said,
    unnamed: true,
    input: AttendeeInput,
    topic: eventTopic,
    who: organisers,
    async run(tx, nouns, { now }): Promise<{ id: string } | Refusal> {
      const row = await attendeeAt(tx, nouns)
      if (!row) return gone()
      if (row.cancelled_at) return refuse('This sign-up is cancelled. Undo the cancellation first.')
      await changeAttendeeRow(tx, nouns.network, row.id, { arrived_at: at(now, row.arrived_at) })
      return { id: row.id }
    },
  })

/** Ticked at the door; whoever has arrived already keeps the time. */
export const markArrival = arrival('signUps.markArrival', 'noted who arrived', (now, held) => held ?? now)
export const undoArrival = arrival('signUps.undoArrival', 'took a note of an arrival back', () => null)

export const organisingCommands = [correctAttendee, cancelAttendee, restoreAttendee, markArrival, undoArrival]
