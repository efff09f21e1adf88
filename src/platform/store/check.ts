import { z } from 'zod'
import { command, whoeverRunsTheServer } from './command.ts'

/** Changes nothing: shows that the writer takes, runs and answers. Its answer is not kept. */
export const checkWriter = command('store.check', {
  input: z.null(),
  topic: () => [],
  who: whoeverRunsTheServer,
  internal: true,
  secret: true,
  run: async () => null,
})
