// Three, three and four digits, as NHS numbers are printed, with nothing between the groups or up to four of what
// keyboards, Word, Outlook, forms and spreadsheets put there: spaces, tabs and line ends, dashes, dots, slashes, alone
// or together (" - "). Ten digits in other groups are telephone numbers, dates with times, and rows of readings.
const between = String.raw`[\s\p{Pd}\u2043\u2212.\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\uff0e/\\\u2044\u2215\uff0f\uff3c_|]{0,4}`
const candidate = new RegExp(String.raw`(?<!\d)\d{3}${between}\d{3}${between}\d{4}(?!\d)`, 'gu')

/** Characters that do not show between digits: zero width, soft hyphens, marks of direction, marks upon a letter. */
const unseen = /[\p{Cf}\p{M}\p{DI}]/gu
const otherDigit = /[^\P{Nd}0-9]/gu

/** The valid-looking NHS numbers in a text: ten digits each, every number once, in order. */
export function nhsNumbersIn(text: string): string[] {
  const plain = text.replace(unseen, '').replace(otherDigit, plainDigit)
  const numbers = [...plain.matchAll(candidate)].map(([match]) => match.replace(/\D/g, ''))
  return [...new Set(numbers.filter(looksIssued))]
}

/** A full-width digit, or that of another script, as 0 to 9: Unicode has each ten of them together, from nought. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}

/**
 * The check of the NHS Data Dictionary: digits 1–9 weighted 10 to 2; 11 minus the sum modulo 11 is the tenth
 * digit, 11 counts as 0, and 10 is never issued. One digit ten times passes the sum but is only a filler.
 * One in eleven of all other ten-digit numbers passes too: so ask, never strip.
 */
function looksIssued(number: string): boolean {
  if (/^(\d)\1{9}$/.test(number)) return false
  const digits = [...number].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}

/**
 * A question for each field with a likely NHS number, or nothing. `confirmed` names the fields whose writer has
 * answered that it is none. The number is not repeated in full: pages are projected and kept.
 */
export function refuseIdentifiers(
  fields: Record<string, string>,
  confirmed: readonly string[] = [],
): Record<string, string> | undefined {
  const questions = Object.entries(fields)
    .filter(([field]) => !confirmed.includes(field))
    .map(([field, text]) => [field, nhsNumbersIn(text)] as const)
    .filter(([, numbers]) => numbers.length > 0)
    .map(([field, numbers]) => [field, question(numbers)] as const)
  return questions.length > 0 ? Object.fromEntries(questions) : undefined
}

const masked = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} …`

function question(numbers: readonly string[]): string {
  if (numbers.length > 1)
    return `These look like NHS numbers (${numbers.map(masked).join(', ')}). Take them out, or confirm that they are not.`
  return `This looks like an NHS number (${masked(numbers[0]!)}). Take it out, or confirm that it is not one.`
}
