import { z } from 'zod'
import { endSessionsOf } from '../../platform/auth/sessions.ts'
import { command, Done, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { forgetPseudonym } from '../../platform/store/journal.ts'
import { dayState } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import {
  forgetMembershipsOf,
  membershipsOf,
  membersOf,
  networkById,
} from '../../before/networks/store/networks.ts'
import { forgetContactsAt } from '../../day/feedback/store/answers.ts'
import { signedInPerson } from '../../before/people/commands.ts'
import { anonymisePerson, personById } from '../../before/people/store.ts'
import { forgetLinksOf } from '../../before/people/store/links.ts'
import { eraseAttendee } from '../../before/sign-ups/commands/own.ts'
import { attendeesWithEmail } from '../../before/sign-ups/store/places.ts'
import { forgetInRemoved, removedSignUps } from '../removing/store.ts'

/**
 * Takes away everything that tells who somebody was; what they did stays and is counted. It is secret because an
 * entry under their own pseudonym would begin a new one.
 */
export const eraseMe = command('keeping.eraseMe', {
  input: z.object({}),
  topic: () => 'people',
  who: signedInPerson,
  secret: true,
  erases: ['people', 'memberships', 'sign_in_links', 'attendees', 'feedback_contacts', 'pseudonyms'],
  outcome: Done,
  async run(tx, _nothing, { actor, now }): Promise<Done | Refusal> {
    const person = actor.kind === 'person' ? await personById(tx, actor.id) : undefined
    if (!person) return refuse('Sign in again to erase what is held about you')
    const alone = await organisedAlone(tx, person.id)
    if (alone) {
      return refuse(
        `You are the only organiser of ${alone}. Make somebody else an organiser first, so that its teams are not left without one.`,
      )
    }
    if (person.email) await eraseSignUps(tx, person.email, now)
    if (person.email) await forgetContactsAt(tx, person.email)
    await forgetInRemoved(tx, person.id, person.email)
    await forgetMembershipsOf(tx, person.id, now)
    await forgetLinksOf(tx, person.id)
    await anonymisePerson(tx, person.id)
    await endSessionsOf(tx, actor, now)
    await forgetPseudonym(tx, actor)
    return { done: true }
  },
})

/** The name of a network that would be left without an organiser. */
async function organisedAlone(tx: Tx, person: string): Promise<string | undefined> {
  for (const { network_id, role } of await membershipsOf(tx, person)) {
    if (role !== 'organiser') continue
    const others = (await membersOf(tx, network_id)).filter(
      (one) => one.role === 'organiser' && one.person_id !== person,
    )
    if (others.length === 0) return (await networkById(tx, network_id))?.name
  }
  return undefined
}

async function eraseSignUps(tx: Tx, email: string, now: string): Promise<void> {
  for (const row of await attendeesWithEmail(tx, email)) {
    const event = await eventById(tx, row.network_id, row.event_id)
    await eraseAttendee(tx, row, event !== undefined && dayState(event, now) === 'coming', now)
  }
  for (const { row } of await removedSignUps(tx, email)) await eraseAttendee(tx, row, false, now)
}

export const keepingCommands = [eraseMe]
