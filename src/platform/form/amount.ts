import { z } from 'zod'
import type { RecordField } from './record.ts'

/** Beyond this a number is a slip of the hand. */
export const largestAmount = 1e12

/** The number that somebody typed: 1,200 and 1 200 are thousands, 12,5 is a decimal comma, a per cent sign is dropped. */
export function amountOf(typed: string): number | undefined {
  const plain = typed
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/%$/, '')
    .replace(/^\u2212/, '-')
  const english = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
  const read = /^-?\d+,\d+$/.test(english) ? english.replace(',', '.') : english
  if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(read)) return undefined
  const number = Number(read)
  return Math.abs(number) <= largestAmount ? number : undefined
}

/** A number, with a fraction or without, which may be left out. */
export const OptionalAmount = (wrong: string) =>
  z
    .union([z.string().trim(), z.number()], wrong)
    .nullish()
    .transform((sent, problems): number | null => {
      if (sent === '' || sent === null || sent === undefined) return null
      const read = typeof sent === 'number' ? sent : amountOf(sent)
      if (read !== undefined && Number.isFinite(read) && Math.abs(read) <= largestAmount) return read
      problems.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })

/** A number as a field of a record. */
export const amount = (given: {
  label: string
  hint?: string
  says: string
  wrong: string
  width?: 4 | 5 | 10
}): RecordField<number | null, number | null, false> => ({
  ...given,
  kind: 'decimal',
  optional: true,
  input: OptionalAmount(given.wrong),
  shown: z.number().nullable(),
  rows: 1,
})
