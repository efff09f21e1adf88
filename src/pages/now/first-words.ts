/** So much of a text is read while somebody talks. */
const most = 150

/** The first sentence of a text, or as many of its words as fit, ended by three dots. */
export function firstWords(text: string | null): string | null {
  const line = text?.trim().split(/\n/)[0]?.trim()
  if (!line) return null
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line
  if (sentence.length <= most) return sentence
  return `${sentence.slice(0, most).replace(/\s+\S*$/, '')} …`
}
