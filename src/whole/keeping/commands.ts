import { z } from 'zod'
import { endSessionsOf } from '../../platform/auth/sessions.ts'
import { command, Done, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Tables, Tx } from '../../platform/store/database.ts'
import { forgetPseudonym } from '../../platform/store/journal.ts'
import { membershipsOf, membersOf, networkById } from '../../before/networks/store/networks.ts'
import { signedInPerson } from '../../before/people/commands.ts'
import { personById } from '../../before/people/store.ts'
import { eraseAttendee } from '../../before/sign-ups/commands/own.ts'
import { slices } from '../../slices.ts'
import { forgetInRemoved, removedSignUps } from '../removing/store.ts'

/**
 * Takes away all personal data; the person's deeds stay and are counted. It is secret because an entry under their own
 * pseudonym would begin a new one.
 */
export const eraseMe = command('keeping.eraseMe', {
  input: z.object({}),
  topic: () => 'people',
  who: signedInPerson,
  secret: true,
  erases: slices.flatMap(({ holding }) => holding?.erases ?? []) as (keyof Tables)[],
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
    // Sign-ups in things taken away are found by the address, which goes with the account.
    if (person.email)
      for (const { row } of await removedSignUps(tx, person.email)) await eraseAttendee(tx, row, false, now)
    await forgetInRemoved(tx, person.id, person.email)
    for (const { holding } of slices)
      await holding?.erase?.(tx, { person: person.id, email: person.email }, now)
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

export const keepingCommands = [eraseMe]
