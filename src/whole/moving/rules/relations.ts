import type { Section } from '../../../platform/store/section.ts'
import type { Suggestions } from './spelling.ts'
import { fewOf, quoted, type Problems } from './problems.ts'
import { namesIn, type FileRecord } from './record.ts'

/** The part of a record kept to check others by: the fields that they must agree with, if there are any. */
type Known = Record<string, unknown> | undefined

/** The first place of something: its line, and the value beside it where that counts. */
type First = number | { line: number; value: unknown }

/** Fields of a record, the field of another that it names where there is a dot. */
type Side = [own: string, theirs: string | undefined]
const sideOf = (path: string): Side => path.split('.') as [string, string]

/**
 * Checks the records of a file against each other while they go by. A name that comes before its record waits to the
 * end; no record is kept.
 */
export class Relations {
  readonly #sections: Map<string, Section>
  readonly #problems: Problems
  readonly #suggestions: Suggestions
  readonly #known = new Map<string, Map<string, Known>>()
  readonly #seen = new Map<string, Map<string, First>>()
  readonly #combined = new Map<string, Set<string>>()
  readonly #parents = new Map<string, Map<string, { parent: string; line: number; name: string }>>()
  readonly #needed: Map<string, Set<string>>
  #later: (() => void)[] = []

  constructor(
    sections: Section[],
    { problems, suggestions }: { problems: Problems; suggestions: Suggestions },
  ) {
    this.#sections = new Map(sections.map((section) => [section.name, section]))
    this.#problems = problems
    this.#suggestions = suggestions
    this.#needed = neededIn(sections)
  }

  add(record: FileRecord, section: Section): void {
    const needed = this.#needed.get(section.name)
    const id = record.values['id']
    if (typeof id === 'string') {
      const known = got(this.#known, section.name, () => new Map<string, Known>())
      if (!known.has(id))
        known.set(id, needed && Object.fromEntries([...needed].map((name) => [name, record.values[name]])))
    }
    this.#once(record, section)
    this.#combine(record, section)
    this.#names(record, section)
    this.#among(record, section)
    this.#agrees(record, section)
  }

  /** Notes problems that could not be known before all was read. */
  finish(): void {
    for (const check of this.#later) check()
    this.#later = []
    for (const [section, parents] of this.#parents) this.#ancestors(section, parents)
  }

  #once(record: FileRecord, section: Section): void {
    const ids = Object.entries(section.fields).filter(([, { kind }]) => kind === 'id')
    for (const names of [...ids.map(([name]) => [name]), ...(section.unique ?? [])]) {
      const values = names.map((name) => record.values[name])
      if (values.some((value) => value === undefined || value === null)) continue
      const first = this.#first(`${section.name} ${names.join()}`, keyOf(values), record.line)
      if (first)
        this.#problems.at(
          record.lineOf(names[0]!),
          `${record.name}: ${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} the same as in line ${first.line}; each may stand there once`,
        )
    }
    for (const { field, of, says } of section.oneOf?.(record.values) ?? []) {
      const first = this.#first(`${section.name} ${field} ${says}`, of.key, record.line, of.value)
      if (first && (of.value === undefined || first.value !== of.value))
        this.#problems.at(
          record.lineOf(field),
          `${record.name}: ${field} is that of line ${first.line}; ${says}`,
        )
    }
  }

  /** The first record with such a key, or nothing where this is it. */
  #first(kind: string, key: string, line: number, value?: unknown) {
    const seen = got(this.#seen, kind, () => new Map<string, First>())
    const first = seen.get(key)
    if (first === undefined) seen.set(key, value === undefined ? line : { line, value })
    return typeof first === 'number' ? { line: first, value: undefined } : first
  }

  #names(record: FileRecord, section: Section): void {
    for (const [name, field] of Object.entries(section.fields)) {
      if (field.kind !== 'reference' && field.kind !== 'references') continue
      const target = field.section!
      const value = record.values[name]
      const missing = () => namesIn(value).find((one) => !this.#known.get(target)?.has(one))
      if (target === section.name && typeof value === 'string' && typeof record.values['id'] === 'string') {
        const of = got(this.#parents, section.name, () => new Map())
        of.set(record.values['id'], {
          parent: value,
          line: record.lineOf(name),
          name: `${record.name}: ${name}`,
        })
      }
      if (missing() === undefined) continue
      const [line, said] = [record.lineOf(name), `${record.name}: ${name}`]
      this.#later.push(() => {
        const written = missing()
        if (written !== undefined) this.#problems.at(line, `${said} names ${this.#notThere(written, target)}`)
      })
    }
  }

  #notThere(written: string, target: string): string {
    const known = this.#known.get(target)
    const meant = this.#problems.full ? undefined : this.#suggestions.nearest(written, known?.keys() ?? [])
    const there = meant
      ? `; did you mean ${meant}?`
      : `. There are: ${fewOf(known?.keys() ?? [], known?.size ?? 0)}`
    return `${quoted(written)}, which is not in ${target}${there}`
  }

  /** Keeps which values stand together in a record that others must be among. */
  #combine(record: FileRecord, section: Section): void {
    for (const { among } of this.#sections.values()) {
      if (among?.section !== section.name) continue
      const names = among.theirs ?? among.fields
      const set = got(this.#combined, `${section.name} ${names.join()}`, () => new Set<string>())
      for (const key of keysOf(record, names)) set.add(key)
    }
  }

  #among(record: FileRecord, { among }: Section): void {
    if (!among) return
    const { fields, section, theirs = fields } = among
    const keys = keysOf(record, fields)
    const { line, name } = record
    this.#soon(() => {
      const there = this.#combined.get(`${section} ${theirs.join()}`)
      if (keys.every((key) => there?.has(key))) return undefined
      return () =>
        this.#problems.at(line, `${name}: no record in ${section} has the same ${theirs.join(' and ')}`)
    })
  }

  #agrees(record: FileRecord, section: Section): void {
    for (const pair of section.agrees ?? []) {
      const sides = pair.map(sideOf) as [Side, Side]
      const named = sides.map(([own]) => record.values[own])
      if (named.some((value) => typeof value !== 'string')) continue
      const [line, name] = [record.lineOf(sides[0][0]), record.name]
      const targets = sides.map(([own]) => section.fields[own]!.section!)
      const [of, what] = [sides[0][1]!, `${sides[0][0]} names ${quoted(String(named[0]))}`]
      this.#soon(() => {
        const [one, other] = sides.map(([, theirs], at) =>
          theirs === undefined ? named[at] : this.#known.get(targets[at]!)?.get(String(named[at]))?.[theirs],
        )
        if (one === other && one !== undefined) return undefined
        // A missing record has been reported already.
        if (one === undefined || other === undefined) return () => {}
        return () =>
          this.#problems.at(
            line,
            `${name}: ${what}, which is of ${of} ${quoted(String(one))}, not ${quoted(String(other))}`,
          )
      })
    }
  }

  /** Checks at once and, if it does not hold yet, again when all has been read. */
  #soon(wrong: () => (() => void) | undefined): void {
    if (wrong()) this.#later.push(() => wrong()?.())
  }

  #ancestors(_section: string, parents: Map<string, { parent: string; line: number; name: string }>): void {
    const sound = new Set<string>()
    for (const id of parents.keys()) {
      const way = new Set<string>()
      let at: string | undefined = id
      while (at !== undefined && !sound.has(at) && !way.has(at)) {
        way.add(at)
        at = parents.get(at)?.parent
      }
      if (at !== undefined && way.has(at)) {
        const { line, name } = parents.get(at)!
        this.#problems.at(line, `${name} leads from ${quoted(at)} back to itself`)
      }
      for (const one of way) sound.add(one)
    }
  }
}

/** One value stands for itself. */
const keyOf = (values: unknown[]) => (values.length === 1 ? String(values[0]) : JSON.stringify(values))

const keysOf = ({ values }: FileRecord, names: string[]): string[] =>
  names.reduce<string[]>(
    (all, name) => all.flatMap((one) => namesIn(values[name]).map((value) => `${one} ${value}`)),
    [''],
  )

/** Fields of each section that others must agree with. */
function neededIn(sections: Section[]): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>()
  for (const { agrees = [], fields } of sections)
    for (const [own, theirs] of agrees.flat().map(sideOf))
      if (theirs) got(needed, fields[own]!.section!, () => new Set<string>()).add(theirs)
  return needed
}

function got<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}
