import { z } from 'zod'
import type { Refusal, RefusalKind } from '../store/refusal.ts'

/** An error as a program is told it. */
export const Problem = z
  .object({ error: z.string().describe('What is wrong, in a sentence'), status: z.int() })
  .meta({ id: 'Problem' })

const said = {
  refused: z.string().describe('Why, in a sentence for the person'),
  fields: z.record(z.string(), z.string()).optional().describe('What is wrong, by field'),
}
const withFields = { ...said, fields: said.fields.unwrap() }

const kind = <Kind extends RefusalKind>(name: Kind, means: string) => z.literal(name).describe(means)

/** A refusal in JSON, in place of the command's outcome. */
export const Refused = z
  .discriminatedUnion('kind', [
    z.object({ kind: kind('rule', 'Something stands in its way'), ...said }),
    z.object({ kind: kind('input', 'Something is wrong with what was sent'), ...withFields }),
    z.object({ kind: kind('forbidden', 'It is not for whoever asks'), ...said }),
    z.object({
      kind: kind('question', 'It is done when the same is sent again with notIdentifiers: "yes"'),
      ...withFields,
    }),
    z.object({
      kind: kind('wait', 'It may be tried again later'),
      wait: z.number().describe('In how many seconds'),
      ...said,
    }),
    z.object({ kind: kind('guess', 'Something secret was guessed, and was not right'), ...withFields }),
    z.object({ kind: kind('overtaken', 'Somebody else was quicker'), ...said }),
    z.object({ kind: kind('final', 'Nothing that is corrected now could count'), ...said }),
    z.object({
      kind: kind('stands', 'What was taken before from the same hand stays as it was'),
      final: z.boolean().describe('Nothing could change that any more'),
      ...said,
    }),
  ])
  .meta({ id: 'Refused' }) satisfies z.ZodType<Refusal>

/** Each kind is described: this does not compile where one is missing. */
true satisfies RefusalKind extends z.infer<typeof Refused>['kind'] ? true : never
