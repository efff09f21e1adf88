/** A number from 0 up to 1 that looks like chance and is the same for the same words: a rehearsal can be repeated. */
export function chance(...words: (string | number)[]): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (const letter of words.join('\n')) {
    const code = letter.codePointAt(0)!
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & other) + (one >>> 0)) / 2 ** 53
}

/** One of several, each as likely. */
export const oneOf = <One>(all: readonly One[], ...words: (string | number)[]): One =>
  all[Math.floor(chance(...words) * all.length)]!

/** One of several by weight, the first the likeliest: in a room most agree. */
export const likely = <One>(all: readonly One[], ...words: (string | number)[]): One =>
  all[Math.floor(chance(...words) ** 3 * all.length)]!

/** All of them in an order of chance. */
export const shuffled = <One>(all: readonly One[], ...words: (string | number)[]): One[] =>
  all
    .map((one, at) => ({ one, place: chance(...words, at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)

/** A duration in seconds: mostly about the usual, sometimes four times as long. */
export const about = (usual: number, ...words: (string | number)[]): number => {
  const bell = chance(...words, 'a') + chance(...words, 'b') + chance(...words, 'c') - 1.5
  return usual * Math.exp(bell)
}
