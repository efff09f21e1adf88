export type ReadNumber = { value: number | null; percent: boolean } | { wrong: string }

/** How a column writes its numbers: in most of Europe a comma stands before the decimals. */
export type Decimals = 'point' | 'comma'

const missing = /^(?:|-|–|—|\.|\?|x|n\/?a|na|nil return|none|null|nan|missing|not recorded|no data|#n\/a)$/i
const spreadsheetError = /^#(?:div\/0!|value!|ref!|name\?|num!|null!|spill!|calc!|#+)/i

/** A comma before one, two, or more than three figures can only be a decimal comma. */
export function decimalsOf(cells: readonly string[]): Decimals {
  const comma = cells.some(
    (cell) => /^-?\d+,(?:\d{1,2}|\d{4,})\s?%?$/.test(cell) || /\d\.\d{3},\d/.test(cell),
  )
  return comma ? 'comma' : 'point'
}

/** A number as a spreadsheet shows it. An empty cell, a dash and "n/a" are missing, which is no mistake. */
export function readNumber(text: string, decimals: Decimals): ReadNumber {
  if (missing.test(text)) return { value: null, percent: false }
  if (text.startsWith('=')) return { wrong: `“${cut(text)}” is a formula: paste what it comes to.` }
  if (spreadsheetError.test(text))
    return { wrong: `“${cut(text)}” is an error of the spreadsheet, not a number.` }
  if (/^[<>≤≥]/.test(text))
    return {
      wrong: `“${cut(text)}” is not one number: leave the cell empty where the count may not be given.`,
    }
  const percent = text.endsWith('%')
  const value = Number(plain(text.replace(/\s?%$/, ''), decimals))
  if (!Number.isFinite(value)) return { wrong: `“${cut(text)}” is not a number.` }
  if (Math.abs(value) > 1e12) return { wrong: `“${cut(text)}” is too large.` }
  return { value, percent }
}

/** The number as a program writes it, or something that is none. */
function plain(text: string, decimals: Decimals): string {
  const [, inBrackets] = /^\((.+)\)$/.exec(text) ?? []
  if (inBrackets !== undefined) return `-${plain(inBrackets, decimals)}`
  const bare = text
    .replace(/^([-−–]?)\s?[£€$]\s?/, '$1')
    .replace(/^[−–]/, '-')
    .replace(/^\+/, '')
  if (/^-?\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/.test(bare)) return bare.replace(/[ '’]/g, '').replace(',', '.')
  if (decimals === 'comma') {
    if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
    return /^-?\d*,\d+$/.test(bare) ? bare.replace(',', '.') : strict(bare)
  }
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return bare.replaceAll(',', '')
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$/.test(bare)) return bare.replaceAll('.', '')
  return strict(bare)
}

const strict = (text: string) => (/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? text : 'none')

export const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
