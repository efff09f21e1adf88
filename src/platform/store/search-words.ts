const longest = 40

// English words that are in nearly every sentence and so find nothing.
const common = new Set(
  (
    'about after all also am an and any are as at be been but by can could did do does for from had has have he ' +
    'her his how if in into is it its me more my no not of on or our she should so some such than that the their ' +
    'them then there these they this those to too up us was we were what when which who will with would you your'
  ).split(' '),
)

/**
 * The words under which a text is found, each once, in order. Texts and queries go through the same function,
 * so that a word need not become good English, only the same for both.
 */
export function wordsOf(text: string): string[] {
  const written = plain(text).split(/[^\p{L}\p{N}]+/u)
  const words = written.filter(isTelling).map(shortened).map(singular).filter(isTelling)
  return [...new Set(words)]
}

/** Small letters without accents; an apostrophe does not part a word (patient’s → patients). */
const plain = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')

/** One letter tells nothing; one digit may (step 2). */
const isTelling = (word: string) => word !== '' && !/^\p{L}$/u.test(word) && !common.has(word)

const shortened = (word: string) => [...word].slice(0, longest).join('')

/** therapies → therapy, clinics → clinic, boxes → box; access, status and analysis stay. */
function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && /[^sui]s$/.test(word)) return word.slice(0, -1)
  return word
}
