/**
 * Comparisons that one file is worth. A few mistyped names among many get suggestions; a file of names that are nowhere
 * is not compared with every name for each.
 */
const comparisonsAFile = 200_000

/** Finds the names that were probably meant in one file. */
export class Suggestions {
  #left = comparisonsAFile

  /** The name that was probably meant, if one is near enough to the written one. */
  nearest(written: string, names: Iterable<string>): string | undefined {
    const short = plain(written.slice(0, longest))
    const most = Math.max(1, Math.floor(Math.min(written.length, longest) / 3))
    let best: { name: string; distance: number } | undefined
    for (const name of names) {
      if (this.#left <= 0) break
      this.#left -= 1
      const other = plain(name.slice(0, longest))
      const within = best ? best.distance - 1 : most
      if (Math.abs(other.length - short.length) > within) continue
      const distance = edits(short, other, within)
      if (distance <= within) best = { name, distance }
      if (distance === 0) break
    }
    return best?.name
  }
}

export const nearest = (written: string, names: Iterable<string>): string | undefined =>
  new Suggestions().nearest(written, names)

const longest = 60
const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Letters to add, drop, change or swap to make one word the other; given up where it is more than `within`. */
function edits(a: string, b: string, within: number): number {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          last![j]! + 1,
          row[j - 1]! + 1,
          last![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? before![j - 2]! + 1 : Infinity,
        ),
      )
    }
    if (Math.min(...row) > within) return Infinity
    ;[before, last] = [last!, row]
  }
  return last![b.length]!
}
