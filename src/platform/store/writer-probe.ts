import { z } from 'zod'
import { command, whoeverRunsTheServer } from './command.ts'
import { tryWriting } from './idempotency-keys.ts'

/** Leaves nothing: shows that the writer takes, runs, stores and answers, also that the disk has room. */
export const checkWriter = command('store.check', {
  input: z.null(),
  topic: () => [],
  who: whoeverRunsTheServer,
  internal: true,
  secret: true,
  async run(tx, _nothing, { id, now }): Promise<null> {
    await tryWriting(tx, id(), now)
    return null
  },
})
