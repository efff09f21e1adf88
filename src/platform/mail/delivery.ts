import { isRefusal } from '../store/command.ts'
import { every, type Doing, type Job } from '../jobs/scheduler.ts'
import { claimMessages, markSent, markUnsent } from './claims.ts'
import { letterOf } from './letters.ts'
import { anyDue, messageById, type LetterKind, type Writing } from './outbox.ts'
import { problemOf, type Sender } from './smtp.ts'

export interface Delivery {
  kinds: readonly LetterKind[]
  sender: Sender
  address: Writing['address']
}

export const mailJob = 'mail'
const atOnce = 20
const everySeconds = 30

/** Sends due messages; also woken after every commit, because somebody waits for the e-mail to sign in. */
export const deliverMail = (delivery: Delivery): Job =>
  every(everySeconds, mailJob, async (doing) => {
    while (await anyDue(doing.db, doing.now())) {
      // Each claim is its own: a claim repeated under one key would send twice.
      const claim = await doing.dispatch(claimMessages, { most: atOnce }, crypto.randomUUID())
      if (isRefusal(claim) || claim.messages.length === 0) return
      await Promise.all(claim.messages.map((message) => deliver(message, delivery, doing)))
    }
  })

async function deliver(message: string, delivery: Delivery, doing: Doing): Promise<void> {
  const done = `${message}:${doing.now()}`
  try {
    const sent = await send(message, delivery, doing)
    const note = sent ? null : 'There was nobody to send it to any more'
    await doing.dispatch(markSent, { message, note }, done)
  } catch (error) {
    const problem = problemOf(error)
    doing.log.error({ message, problem }, 'mail not sent')
    await doing.dispatch(markUnsent, { message, problem }, done)
  }
}

async function send(message: string, { kinds, sender, address }: Delivery, doing: Doing): Promise<boolean> {
  const row = await messageById(doing.db, message)
  const writing: Writing = { db: doing.db, now: doing.now(), keyedHash: doing.keyedHash, address }
  const letter = row && (await letterOf(kinds, writing, row))
  if (letter) await sender.send(letter, message)
  return letter !== undefined
}
