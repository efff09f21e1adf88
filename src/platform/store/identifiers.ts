// A mobile number of the United Kingdom: 07 and nine digits, or +44 7 and nine, with spaces or dashes among them.
const mobile = /(?<![\d+])(?:\+44[\s-]?(?:\(0\)[\s-]?)?7|07)\d{3}(?:[\s-]?\d){6}(?!\d)/u

// A day of a year of this century or the last, and a postcode as the Royal Mail prints it: alone either is harmless.
const dayOfYear = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\d{2}(?!\d)/u
const postcode = /(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z\d])/iu

/** The question about a text by which somebody may be known, or nothing. */
export function questionOn(text: string): string | undefined {
  if (mobile.test(text))
    return 'This looks like a mobile number. Take it out, or confirm that it is nobody’s private number.'
  if (dayOfYear.test(text) && postcode.test(text))
    return 'A date and a postcode together may tell who somebody is. Take one out, or confirm that they are of nobody.'
  return undefined
}

/** A question for each field by which somebody may be known, or nothing. */
export function questionsOn(fields: Record<string, string>): Record<string, string> | undefined {
  const asked = Object.entries(fields).flatMap(([name, text]) => {
    const question = questionOn(text)
    return question ? [[name, question] as const] : []
  })
  return asked.length > 0 ? Object.fromEntries(asked) : undefined
}
