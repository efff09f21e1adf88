/** Between two cells: what Excel puts there when it copies, or what a CSV file has. */
export type Separator = '\t' | ';' | ',' | 'spaces' | 'none'

export interface Line {
  /** As a spreadsheet counts, from 1 */
  row: number
  cells: string[]
}

/** Spaces of every width that Excel, Word and web pages leave in a cell, byte order marks among them. */
const blanks = /[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/g

export const tidy = (cell: string): string => cell.replace(blanks, ' ').replace(/\s+/g, ' ').trim()

/** The separator that most lines have: a tab wherever there is one, and a semicolon before a comma. */
export function separatorOf(text: string): Separator {
  const lines = text.split('\n', 50).filter((line) => line.trim() !== '')
  const most = (separator: string) =>
    lines.filter((line) => line.includes(separator)).length * 2 > lines.length
  if (lines.some((line) => line.includes('\t'))) return '\t'
  if (most(';')) return ';'
  if (most(',')) return ','
  if (lines.some((line) => /\S\s{2,}\S/.test(line))) return 'spaces'
  return 'none'
}

/** The lines with something in them, in cells. A quoted cell may hold separators, line ends and doubled quotes. */
export function linesOf(text: string, separator: Separator): Line[] {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const rows =
    separator.length === 1
      ? separated(plain, separator)
      : plain.split('\n').map((line) => (separator === 'spaces' ? line.trim().split(/\s{2,}/) : [line]))
  return rows
    .map((cells, index) => ({ row: index + 1, cells: cells.map(tidy) }))
    .filter(({ cells }) => cells.some(Boolean))
}

function separated(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const close = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') cell += text[(at += 1)]!
      else quoted = false
    } else if (character === '"' && cell.trim() === '' && closes(text, at)) {
      cell = ''
      quoted = true
    } else if (character === separator) close()
    else if (character === '\n') {
      close()
      rows.push([])
    } else cell += character
  }
  close()
  return rows
}

/** A quote that is never closed is a character like any other, so that it does not swallow all that follows. */
const closes = (text: string, at: number) => text.includes('"', at + 1)
