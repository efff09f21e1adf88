/** A value in a cell; a day is YYYY-MM-DD. */
export type Cell = string | number | { day: string } | null

/** Rows under bold headings as an .xlsx file. Its writer is loaded when first needed. */
export async function workbookOf(
  sheet: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  const data = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null
        if (typeof cell === 'object')
          return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
        return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }
      }),
    ),
  ]
  // Excel takes no such characters in the name of a sheet, and 31 of them.
  const name = sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  return write(data as never, { sheet: name, columns: head.map(() => ({ width: 16 })) } as never).toBuffer()
}

/** Rows as a CSV file that spreadsheets read: quoted where need be, and no text begins a formula. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string => {
    if (value === null) return ''
    if (typeof value === 'number') return String(value)
    const text = typeof value === 'object' ? value.day : value
    const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = [head, ...rows].map((row) => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
