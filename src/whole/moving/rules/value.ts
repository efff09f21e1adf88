import { isAlias, isScalar, isSeq, type Node } from 'yaml'
import { holdsControl, withoutControl } from '../../../platform/store/control-characters.ts'
import type { Field } from '../../../platform/store/section.ts'
import { nearest } from './spelling.ts'
import { fewOf, quoted } from './problems.ts'
import { dayFrom, dayForms, instantForms, instantFrom, isSkipped } from './times.ts'

/** A value as its column keeps it, or the values expected in its place. */
export type Read = { value: unknown } | { expected: string }

const idForm = /^[\w-][\w.~-]{0,99}$/
const longestText = 100_000
const largestNumber = 2 ** 31 - 1

/** Reads one value of a record. Nothing there, as `~` or an empty value, is undefined. */
export function readValue(node: Node | null, field: Field, moment: string): Read | undefined {
  if (isAlias(node)) return { expected: 'must be written out; names with * are not followed' }
  if (field.kind === 'choices') return readChoices(node, field)
  if (field.kind === 'references') return readReferences(node, field)
  if (!isScalar(node))
    return node ? { expected: `must be ${kindWords(field)}, not a list or a record` } : undefined
  if (node.value === null && (node.source ?? '') !== 'null') return undefined
  if (node.value === null) return undefined
  const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  const value = valueFrom(written, node.value, field, moment)
  const unfit = typeof value === 'string' ? field.fits?.(value) : undefined
  if (unfit !== undefined) return { expected: `cannot be ${quoted(written)}: ${unfit}` }
  return value === undefined
    ? { expected: `must be ${kindWords(field)}; it is ${quoted(written)}${hint(written, field, moment)}` }
    : { value }
}

function valueFrom(written: string, value: unknown, field: Field, moment: string): unknown {
  switch (field.kind) {
    case 'id':
    case 'reference':
      return idForm.test(written) ? written : undefined
    case 'text':
      return isText(written, field) ? withoutControl(written) : undefined
    case 'number':
      return Number.isInteger(value) && Math.abs(value as number) <= largestNumber ? value : undefined
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'day':
      return dayFrom(written, moment)
    case 'instant':
      return instantFrom(written, moment)
    case 'yes-no':
      return { true: 1, yes: 1, false: 0, no: 0 }[written]
    default:
      return field.choices?.includes(written) ? written : undefined
  }
}

const isText = (text: string, { most = longestText }: Field) =>
  text.length <= most && text.isWellFormed() && !holdsControl(text)

/** The words of a list, or of one word that stands for itself. */
function wordsIn(node: Node | null): string[] | undefined {
  if (isScalar(node) && node.value === null) return undefined
  const items = isSeq(node) ? node.items : node ? [node] : undefined
  return items?.map((item) => (isScalar(item) ? (item.source ?? String(item.value)) : ''))
}

function readReferences(node: Node | null, field: Field): Read | undefined {
  const words = wordsIn(node)
  if (!words) return undefined
  const wrong = words.find((word) => !idForm.test(word))
  if (wrong === undefined && words.length > 0 && new Set(words).size === words.length)
    return { value: words.join(' ') }
  return { expected: `must be ${kindWords(field)}` }
}

function readChoices(node: Node | null, field: Field): Read | undefined {
  const words = wordsIn(node)
  if (!words) return undefined
  const wrong = words.find((word) => !field.choices!.includes(word))
  if (wrong !== undefined)
    return {
      expected: `must be ${kindWords(field)}; ${quoted(wrong)} is not among them${hint(wrong, field)}`,
    }
  return {
    value: [...new Set(words)]
      .sort((a, b) => field.choices!.indexOf(a) - field.choices!.indexOf(b))
      .join(' '),
  }
}

function hint(written: string, { kind, choices }: Field, moment = ''): string {
  if (kind === 'instant' && isSkipped(written, moment)) return ', which the change of the clock skips'
  const meant = choices && nearest(written, choices)
  return meant ? ` (did you mean ${meant}?)` : ''
}

/** The values allowed in a field, as they follow "must be". */
export function kindWords({ kind, choices = [], most = longestText }: Field): string {
  const words: Record<Field['kind'], string> = {
    id: 'a short name of letters, digits, - and _',
    reference: 'a short name of letters, digits, - and _',
    references: 'a list of short names of letters, digits, - and _, each once',
    text: `text of at most ${most.toLocaleString('en')} characters without control characters`,
    number: 'a whole number',
    decimal: 'a number',
    day: dayForms,
    instant: instantForms,
    choice: `one of ${fewOf(choices.map((choice) => choice || '""'))}`,
    choices: `a list of any of ${fewOf(choices)}`,
    'yes-no': 'true or false',
  }
  return words[kind]
}
