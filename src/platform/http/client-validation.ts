import { z } from 'zod'
import type { Limit, Limits } from '../face/command-form.ts'
import type { AnyCommand } from '../store/command.ts'

/**
 * Limits that cannot be read from a schema: a day is wanted, and not a past one. Kept apart from its public
 * description.
 */
export const days = z.registry<Pick<Limit, 'day' | 'past'>>()

const shapeOf = ({ input }: AnyCommand) => (input as Partial<z.ZodObject>).shape ?? {}

/** The fields of a command that are days: a form asks for each in three boxes. */
export const daysOf = (command: AnyCommand): string[] =>
  Object.entries(shapeOf(command)).flatMap(([name, schema]) => (days.has(schema as z.ZodType) ? [name] : []))

const tooLong = 'x'.repeat(20_000)

/** A schema's messages for an empty answer and for one that is too long, and its wish for a day. */
function limitOf(schema: z.ZodType): Limit | undefined {
  const [missing] = schema.safeParse('').error?.issues ?? []
  const [long] = schema.safeParse(tooLong).error?.issues ?? []
  const limit = {
    ...(missing && { missing: missing.message }),
    ...(long?.code === 'too_big' && { most: Number(long.maximum), tooLong: long.message }),
    ...days.get(schema),
  }
  return Object.keys(limit).length > 0 ? limit : undefined
}

const known = new WeakMap<AnyCommand, Limits>()

/**
 * Limits that a device can check by itself, in the words of the command that takes the form: they are those of its own
 * schema, which is asked once. Fields in the address are left out, because no form asks for them.
 */
export function limitsOf(command: AnyCommand, nouns: object): Limits {
  const kept = known.get(command)
  if (kept) return kept
  const all = Object.entries(shapeOf(command))
    .filter(([name]) => !(name in nouns))
    .map(([name, schema]) => [name, limitOf(schema as z.ZodType)] as const)
  const limits = Object.fromEntries(all.filter(([, limit]) => limit)) as Limits
  known.set(command, limits)
  return limits
}
