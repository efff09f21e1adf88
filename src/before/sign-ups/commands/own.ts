import { z } from 'zod'
import { endSessionsOf } from '../../../platform/auth/sessions.ts'
import { askLetter, letterOfPlace, tellOf } from '../../../platform/mail/requested-letters.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import {
  command,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { forgetPseudonym } from '../../../platform/store/journal.ts'
import { dayState, eventTopic } from '../../events/rules.ts'
import { eventById } from '../../events/store.ts'
import { Id } from '../../../platform/form/fields.ts'
import { erasedColumns } from '../rules.ts'
import type { AttendeeRow } from '../store.ts'
import { attendeeByEmail, changeAttendeeRow, ownSignUp, whoSignedUp } from '../store/places.ts'
import { Answers, checkTeam, openEvent, professionOf, refuseIfFull, tellConfirmed } from './sign-up.ts'

const OwnInput = z.object({ network: Id, event: Id })
type Nouns = z.infer<typeof OwnInput>

const gone = () => refuse('This sign-up is not there any more')

/** Tells attendees with an address that their sign-up is cancelled. */
export async function tellCancelled(tx: Tx, row: AttendeeRow, circumstances: Circumstances): Promise<void> {
  if (!row.email) return
  const ids = { network: row.network_id, event: row.event_id, attendee: row.id }
  await tellOf(tx, row.email, { network: row.network_id, kind: 'sign-ups.cancelled', ids }, circumstances)
}

/** Puts other answers in place of those that are held; a new address is told, where whoever changes it may write to it. */
export async function putRight(
  tx: Tx,
  row: AttendeeRow,
  change: Pick<AttendeeRow, 'name' | 'email' | 'team_id' | 'profession' | 'access_needs'> &
    Partial<AttendeeRow>,
  circumstances: Circumstances,
  mayWrite: (to: string) => Promise<Refusal | undefined> = async () => undefined,
): Promise<{ id: string } | Refusal> {
  const { network_id: network, event_id: event } = row
  const refused = await checkTeam(tx, network, change.team_id)
  if (refused) return refused
  const other = change.email ? await attendeeByEmail(tx, network, event, change.email) : undefined
  if (other && other.id !== row.id)
    return refuse('This address cannot be used for this sign-up. Ask the organisers.', 'email')
  const told = change.email !== row.email ? change.email : null
  const often = told && (await mayWrite(told))
  if (often) return often
  await changeAttendeeRow(tx, network, row.id, change)
  await tellConfirmed(tx, { network, event }, { id: row.id, email: told }, circumstances)
  return { id: row.id }
}

export const correctMySignUp = command('signUps.correctMySignUp', {
  said: 'corrected their sign-up',
  unnamed: true,
  input: z.object({ network: Id, event: Id, ...Answers }),
  topic: eventTopic,
  who: whoSignedUp,
  async run(tx, { network, event, ...answers }, circumstances): Promise<{ id: string } | Refusal> {
    const row = await ownSignUp(tx, circumstances.actor, network, event)
    if (!row) return gone()
    if (!answers.email && row.email && circumstances.actor.kind === 'person')
      return refuse('You came in by this e-mail address, so it cannot be left out', 'email')
    const change = {
      name: answers.name,
      email: answers.email,
      team_id: answers.team,
      profession: professionOf(answers),
      lived_experience: answers.livedExperience,
      access_needs: answers.accessNeeds,
      ...(answers.team !== row.team_id && { team_said_at: circumstances.now }),
    }
    return putRight(tx, row, change, circumstances, (to) => askLetter(tx, to, circumstances, letterOfPlace()))
  },
})

export const cancelMySignUp = command('signUps.cancelMySignUp', {
  said: 'cancelled their sign-up',
  unnamed: true,
  input: OwnInput,
  topic: eventTopic,
  who: whoSignedUp,
  async run(tx, { network, event }, circumstances): Promise<{ id: string } | Refusal> {
    const row = await ownSignUp(tx, circumstances.actor, network, event)
    const day = await eventById(tx, network, event)
    if (!row || !day) return gone()
    if (dayState(day, circumstances.now) === 'past')
      return refuse('The day is over, so there is nothing to cancel')
    if (row.cancelled_at) return { id: row.id }
    await changeAttendeeRow(tx, network, row.id, { cancelled_at: circumstances.now })
    await tellCancelled(tx, row, circumstances)
    return { id: row.id }
  },
})

export const signUpAgain = command('signUps.signUpAgain', {
  said: 'signed up again',
  unnamed: true,
  input: OwnInput,
  topic: eventTopic,
  who: whoSignedUp,
  async run(tx, { network, event }, circumstances): Promise<{ id: string } | Refusal> {
    const row = await ownSignUp(tx, circumstances.actor, network, event)
    if (!row) return gone()
    if (!row.cancelled_at) return { id: row.id }
    const day = await openEvent(tx, { network, event }, circumstances.now)
    if (isRefusal(day)) return day
    const full = await refuseIfFull(tx, day, false)
    if (full) return full
    await changeAttendeeRow(tx, network, row.id, { cancelled_at: null })
    await tellConfirmed(tx, { network, event }, row, circumstances)
    return { id: row.id }
  },
})

/** Takes away the personal data; the row stays for the counts. Before the day their place is free again. */
export async function eraseAttendee(tx: Tx, row: AttendeeRow, coming: boolean, now: string): Promise<void> {
  const actor: Actor = { kind: 'attendee', network: row.network_id, id: row.id }
  await changeAttendeeRow(tx, row.network_id, row.id, {
    ...erasedColumns(row),
    ...(coming && { cancelled_at: row.cancelled_at ?? now }),
  })
  await endSessionsOf(tx, actor, now)
  await forgetPseudonym(tx, actor)
}

export const eraseMySignUp = command('signUps.eraseMySignUp', {
  said: 'erased their sign-up',
  unnamed: true,
  input: OwnInput,
  topic: eventTopic,
  who: whoSignedUp,
  erases: ['attendees', 'pseudonyms'],
  async run(tx, { network, event }: Nouns, { actor, now }): Promise<{ id: string } | Refusal> {
    const row = await ownSignUp(tx, actor, network, event)
    const day = await eventById(tx, network, event)
    if (!row || !day) return gone()
    await eraseAttendee(tx, row, dayState(day, now) === 'coming', now)
    return { id: row.id }
  },
})

export const ownSignUpCommands = [correctMySignUp, cancelMySignUp, signUpAgain, eraseMySignUp]
