import { withMark } from './before/networks/mail.ts'
import type { Config } from './config.ts'
import { forgetOldSessions } from './platform/auth/sessions.ts'
import { every, type Job } from './platform/jobs/scheduler.ts'
import { forgetOldMail } from './platform/mail/claims.ts'
import { deliverMail } from './platform/mail/delivery.ts'
import type { LetterKind } from './platform/mail/outbox.ts'
import { smtpSender } from './platform/mail/smtp.ts'
import { forgetKeys } from './platform/store/forget-keys.ts'
import { forgetTallies } from './platform/store/tallies.ts'
import { served } from './served.ts'

/** Every kind of letter, in the order of the story. One about a network carries its mark. */
export const letters: readonly LetterKind[] = served.flatMap((slice) => slice.letters ?? []).map(withMark)

const day = 24 * 60 * 60

const housekeeping = every(day, 'housekeeping', async ({ dispatch }) => {
  await dispatch(forgetKeys, {}, 'keys')
  await dispatch(forgetOldSessions, {}, 'sessions')
  await dispatch(forgetOldMail, {}, 'mail')
  await dispatch(forgetTallies, {}, 'tallies')
})

/** Jobs by the clock, whatever the configuration. */
const always: Job[] = [housekeeping, ...served.flatMap((slice) => slice.jobs ?? [])]

/** Every job. Without a mail server the letters stay in the outbox. */
export function jobsOf(config: Config, address: (path: string) => string): { jobs: Job[]; close(): void } {
  if (!config.smtpUrl) return { jobs: always, close: () => {} }
  const host = new URL(address('/')).hostname
  const from = config.mailFrom || `${config.serviceName} <no-reply@${host}>`
  const sender = smtpSender({ smtpUrl: config.smtpUrl, from, host })
  return { jobs: [...always, deliverMail({ kinds: [...letters], sender, address })], close: sender.close }
}
