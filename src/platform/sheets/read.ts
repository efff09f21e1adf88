import { refuse, type Refusal } from '../store/refusal.ts'
import { unpacksWithin } from './unpacked.ts'

/** A file that somebody sends may be so large, and a workbook so large when it is unpacked. */
export const largestFile = 2 * 1024 * 1024
const largestUnpacked = 20 * 1024 * 1024
const mostRows = 6000

const noSheet =
  'This file cannot be read as a spreadsheet. Save it as .xlsx or .csv, or copy the columns and paste them.'

/** The first sheet of a workbook, or a CSV file, as text with tabs between its cells. Told apart by what is in them. */
export async function textOfSheet(file: Buffer): Promise<string | Refusal> {
  if (file.length === 0) return refuse('Choose a file with readings in it', 'file')
  if (file.length > largestFile)
    return refuse('This file has more than 2 MB. Send only the sheet with the readings.', 'file')
  if (file[0] === 0x50 && file[1] === 0x4b) return textOfWorkbook(file)
  return textOfCsv(file)
}

function textOfCsv(file: Buffer): string | Refusal {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file.includes(0)) return refuse(noSheet, 'file')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}

async function textOfWorkbook(file: Buffer): Promise<string | Refusal> {
  if (!unpacksWithin(file, largestUnpacked)) return refuse(noSheet, 'file')
  const { readSheet } = await import('read-excel-file/node')
  try {
    const rows = await readSheet(file)
    if (rows.length > mostRows) return refuse(`This sheet has more than ${mostRows} rows.`, 'file')
    return rows.map((row) => row.map(cellText).join('\t')).join('\n')
  } catch {
    return refuse(noSheet, 'file')
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).replace(/[\t\r\n]+/g, ' ')
}
