import { z } from 'zod'
import type { Refusal } from '../store/command.ts'

/** An error as a program is told it. */
export const Problem = z
  .object({ error: z.string().describe('What is wrong, in a sentence'), status: z.int() })
  .meta({ id: 'Problem' })

const all = {
  refused: z.string().describe('Why, in a sentence for the person'),
  fields: z.record(z.string(), z.string()).optional().describe('What is wrong, by field'),
  forbidden: z.literal(true).optional().describe('It is not for whoever asks'),
  question: z
    .literal(true)
    .optional()
    .describe('It is done when the same is sent again with notIdentifiers: "yes"'),
  wait: z.number().optional().describe('In how many seconds it may be tried again'),
  guess: z.literal(true).optional().describe('Something secret was guessed, and was not right'),
  overtaken: z.literal(true).optional().describe('Somebody else was quicker'),
  final: z.literal(true).optional().describe('Nothing that is corrected now could count'),
  stands: z.literal(true).optional().describe('What was taken before from the same hand stays as it was'),
} satisfies Record<keyof Refusal, z.ZodType>

/** A refusal in JSON, in place of the command's outcome. */
export const Refused = z.object(all).meta({ id: 'Refused' }) satisfies z.ZodType<Refusal>
