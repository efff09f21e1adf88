import { z } from 'zod'
import { command, theClock, type Refusal } from '../store/command.ts'
import { claimDue, forgetMessagesBefore, markMessage, messageById } from './outbox.ts'

/** The lease of a message that is claimed: after it the message is taken for lost, and sent by the next. */
const claimMinutes = 5
const waits = [1, 5, 30]
export const mostSendings = 8
const keptDays = 30

const minutesAfter = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/**
 * Takes messages for sending. Two that claim at once never get the same: a claimed row is no longer due. No topic is
 * locked, so that the journal holds people's changes and not every e-mail about them.
 */
export const claimMessages = command('mail.claim', {
  input: z.object({ most: z.number().int().positive() }),
  topic: () => [],
  who: theClock,
  internal: true,
  run: async (tx, { most }, { now }): Promise<{ messages: string[] }> => ({
    messages: await claimDue(tx, now, minutesAfter(now, claimMinutes), most),
  }),
})

const Message = { message: z.string() }

export const markSent = command('mail.markSent', {
  input: z.object({ ...Message, note: z.string().nullable() }),
  topic: () => [],
  who: theClock,
  internal: true,
  async run(tx, { message, note }, { now }): Promise<null> {
    await markMessage(tx, message, { sent_at: now, claimed_until: null, problem: note })
    return null
  },
})

/** Sets a message back for later; after the last try it stays, with the error. */
export const markUnsent = command('mail.markUnsent', {
  input: z.object({ ...Message, problem: z.string().max(200) }),
  topic: () => [],
  who: theClock,
  internal: true,
  async run(tx, { message, problem }, { now }): Promise<null | Refusal> {
    const row = await messageById(tx, message)
    if (!row || row.sent_at) return null
    const wait = waits[Math.min(row.tries, waits.length) - 1] ?? waits[0]!
    await markMessage(tx, message, {
      problem,
      claimed_until: null,
      due_at: minutesAfter(now, wait),
      failed_at: row.tries >= mostSendings ? now : null,
    })
    return null
  },
})

export const forgetOldMail = command('mail.forgetOld', {
  input: z.object({}),
  topic: () => 'jobs',
  who: theClock,
  internal: true,
  run: async (tx, _nothing, { now }): Promise<{ forgotten: number }> => ({
    forgotten: await forgetMessagesBefore(tx, minutesAfter(now, -keptDays * 24 * 60)),
  }),
})

export const mailCommands = [claimMessages, markSent, markUnsent, forgetOldMail]
