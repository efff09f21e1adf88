import { peopleJobs } from './before/people/jobs.ts'
import { peopleLetters } from './before/people/mail.ts'
import { withMark } from './before/networks/mail.ts'
import { signUpJobs } from './before/sign-ups/jobs.ts'
import { signUpLetters } from './before/sign-ups/mail.ts'
import { askLetters } from './day/asks/mail.ts'
import { feedbackJobs } from './day/feedback/jobs.ts'
import { movingJobs } from './whole/moving/jobs.ts'
import { removingJobs } from './whole/removing/jobs.ts'
import type { Config } from './config.ts'
import { forgetOldSessions } from './platform/auth/sessions.ts'
import { every, type Job } from './platform/jobs/scheduler.ts'
import { forgetOldMail } from './platform/mail/claims.ts'
import { deliverMail } from './platform/mail/delivery.ts'
import type { LetterKind } from './platform/mail/outbox.ts'
import { smtpSender } from './platform/mail/sender.ts'
import { forgetKeys } from './platform/store/forgetting.ts'
import { forgetTallies } from './platform/store/tallies.ts'

/** Every kind of letter, in the order of the story. What is about a network carries its mark. */
export const letters: LetterKind[] = [
  ...peopleLetters, // before the day
  ...signUpLetters,
  ...askLetters,
].map(withMark)

const day = 24 * 60 * 60

/** What runs by the clock, whatever the configuration. */
const always: Job[] = [
  every(day, 'housekeeping', async ({ dispatch }) => {
    await dispatch(forgetKeys, {}, 'keys')
    await dispatch(forgetOldSessions, {}, 'sessions')
    await dispatch(forgetOldMail, {}, 'mail')
    await dispatch(forgetTallies, {}, 'tallies')
  }),
  ...peopleJobs, // before the day
  ...signUpJobs,
  ...feedbackJobs, // the day
  ...movingJobs, // the whole
  ...removingJobs, // whole networks
]

/** Every job. Without a mail server the letters stay in the outbox. */
export function jobsOf(config: Config, address: (path: string) => string): { jobs: Job[]; close(): void } {
  if (!config.smtpUrl) return { jobs: always, close: () => {} }
  const host = new URL(address('/')).hostname
  const from = config.mailFrom || `${config.serviceName} <no-reply@${host}>`
  const sender = smtpSender({ smtpUrl: config.smtpUrl, from, host })
  return { jobs: [...always, deliverMail({ kinds: letters, sender, address })], close: sender.close }
}
