import type { Node } from 'yaml'
import type { LineCounter } from 'yaml'

/** Something wrong in a file: where, and what was expected instead. */
export interface Problem {
  line: number
  sentence: string
}

/** Collects what is wrong while a file is read, so that all of it can be said at once. */
export class Problems {
  readonly all: Problem[] = []
  readonly #lines: LineCounter

  constructor(lines: LineCounter) {
    this.#lines = lines
  }

  lineOf(node: Node | null | undefined): number {
    const at = node?.range?.[0]
    return at === undefined ? 1 : Math.max(1, this.#lines.linePos(at).line)
  }

  at(where: Node | null | undefined | number, sentence: string): void {
    this.all.push({ line: typeof where === 'number' ? where : this.lineOf(where), sentence })
  }

  inOrder(): Problem[] {
    return this.all.toSorted((a, b) => a.line - b.line)
  }
}

/** Names in a sentence: all of a few, the first of many. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none'
  return names.length <= 12
    ? names.join(', ')
    : `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`
}

/** What was written, short enough to repeat. */
export const quoted = (written: string): string =>
  `“${written.length > 60 ? `${written.slice(0, 57)}…` : written}”`
