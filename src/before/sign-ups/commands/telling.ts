import { z } from 'zod'
import { tellOf } from '../../../platform/mail/requested-letters.ts'
import { command, theClock, type Circumstances } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { dayState, eventTopic, type AtEvent } from '../../events/rules.ts'
import { eventById } from '../../events/store.ts'
import { Id } from '../../../platform/form/fields.ts'
import { changedThings, factsOf } from '../rules/changes.ts'
import { changeChangeRow, eventChange, knownIn, toBeTold } from '../store/changes.ts'

/** So few that nobody who signs up meanwhile waits for long. */
const lettersAtOnce = 20

/**
 * Writes the changes to those who signed up, some at a time. One that was changed back, or is past by now, is told to
 * nobody. `more` says that others are still to be told.
 */
export const tellChange = command('signUps.tellChange', {
  said: 'told people that an event has changed',
  unnamed: true,
  input: z.object({ network: Id, event: Id }),
  topic: eventTopic,
  who: theClock,
  internal: true,
  longest: 10_000,
  async run(tx, { network, event }, circumstances): Promise<{ more: boolean }> {
    const { now } = circumstances
    const row = await eventChange(tx, network, event)
    const is = await eventById(tx, network, event)
    const was = row && knownIn(row)
    if (!row || !was || !is || row.due_at > now) return { more: false }
    const things = changedThings(was, factsOf(is))
    const over = dayState(was, now) === 'past' && dayState(is, now) === 'past'
    const people = things.length === 0 || over ? [] : await toBeTold(tx, row, lettersAtOnce)
    for (const { id, email } of people)
      await tell(tx, { network, event }, { id, email: email! }, circumstances)
    const more = people.length === lettersAtOnce
    await changeChangeRow(tx, row, {
      ...(things.length > 0 && { things: things.join(' ') }),
      ...(more ? { told_up_to: people.at(-1)!.id } : { was: null }),
    })
    return { more }
  },
})

/** Each event has its own share of letters. */
const tell = (
  tx: Tx,
  { network, event }: AtEvent,
  { id: attendee, email }: { id: string; email: string },
  circumstances: Circumstances,
): Promise<void> =>
  tellOf(
    tx,
    email,
    { network, kind: 'sign-ups.changed', ids: { network, event, attendee } },
    { ...circumstances, actor: { kind: 'job', id: `${network}/${event}` } },
  )

export const tellingCommands = [tellChange]
