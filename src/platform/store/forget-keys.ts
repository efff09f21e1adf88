import { z } from 'zod'
import { command, theClock } from './command.ts'
import { forgetOldKeys } from './idempotency-keys.ts'

export const forgetKeys = command('store.forgetKeys', {
  input: z.object({}),
  topic: () => 'jobs',
  who: theClock,
  internal: true,
  run: async (tx, _nothing, { now }): Promise<{ forgotten: number }> => ({
    forgotten: await forgetOldKeys(tx, now),
  }),
})
