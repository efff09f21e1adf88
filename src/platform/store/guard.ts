// Three, three and four digits, as NHS numbers are printed. Word and Outlook put their own spaces and dashes
// between them, so those count as well as the plain ones.
const candidate =
  /(?<!\d)\d{3}[ \u00a0\u2009\u202f\u2010-\u2013-]?\d{3}[ \u00a0\u2009\u202f\u2010-\u2013-]?\d{4}(?!\d)/g

/** The valid-looking NHS numbers in a text: ten digits each, every number once, in order. */
export function nhsNumbersIn(text: string): string[] {
  const numbers = [...text.matchAll(candidate)].map(([match]) => match.replace(/\D/g, ''))
  return [...new Set(numbers.filter(looksIssued))]
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
 * A question for each field that holds what looks like an NHS number, or nothing. `confirmed` names the fields
 * whose writer has answered that it is none. The number is not repeated in full: pages are projected and kept.
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
