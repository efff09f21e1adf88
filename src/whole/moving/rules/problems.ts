import type { LineCounter, Node } from 'yaml'

/** A problem in a file: its place, and the expected value. */
export interface Problem {
  line: number
  sentence: string
}

/** As many as anybody reads before they mend something and try again. */
const mostSaid = 100
const longestSentence = 600

/** The place of the nodes of a part of a file: lines of the part, and the number of lines of the file before it. */
export interface Place {
  counter: LineCounter
  before: number
}

export const lineOf = (node: Node | null | undefined, { counter, before }: Place): number => {
  const at = node?.range?.[0]
  return at === undefined ? before + 1 : before + Math.max(1, counter.linePos(at).line)
}

/** Collects problems while a file is read: the first ones in the order of lines, and their number in all. */
export class Problems {
  count = 0
  #kept: Problem[] = []

  at(line: number, sentence: string): void {
    this.count += 1
    this.#kept.push({ line, sentence: shown(sentence) })
    if (this.#kept.length >= 2 * mostSaid) this.#kept = this.first()
  }

  /** True if nobody would read another problem, whatever it is. */
  get full(): boolean {
    return this.count >= mostSaid
  }

  first(): Problem[] {
    return this.#kept.toSorted((a, b) => a.line - b.line).slice(0, mostSaid)
  }

  /** The number of problems beyond the first. */
  get more(): number {
    return Math.max(0, this.count - mostSaid)
  }
}

/** Characters that a terminal obeys, or that turn text round, are shown as a number and never sent on as they are. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

export function shown(sentence: string): string {
  const cut = sentence.length > longestSentence ? `${sentence.slice(0, longestSentence - 1)}…` : sentence
  return cut.replace(unprintable, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`)
}

/** Names in a sentence: all of a few, the first of many. */
export function fewOf(names: Iterable<string>, many = [...names].length): string {
  if (many === 0) return 'none'
  const first: string[] = []
  for (const name of names) {
    if (first.length === (many <= 12 ? 12 : 10)) break
    first.push(name.length > 40 ? `${name.slice(0, 39)}…` : name)
  }
  return many <= 12 ? first.join(', ') : `${first.join(', ')} and ${many - 10} more`
}

/** The written text, short enough to repeat. */
export const quoted = (written: string): string =>
  `“${written.length > 60 ? `${written.slice(0, 57)}…` : written}”`
