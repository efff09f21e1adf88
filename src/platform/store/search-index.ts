import type { Db, Tx } from './database.ts'
import { wordsOf } from './search-words.ts'

/** A word that stands in a record; `kind` is the record's table. */
export interface WordRow {
  network_id: string
  kind: string
  subject_id: string
  word: string
}

declare module './database.ts' {
  interface Tables {
    words: WordRow
  }
}

/** The record that is found. */
export interface Indexed {
  network: string
  kind: string
  id: string
}

/** Writes the index of a record anew, from its texts. */
export async function indexWords(tx: Tx, { network, kind, id }: Indexed, text: string): Promise<void> {
  await tx
    .deleteFrom('words')
    .where('network_id', '=', network)
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
  const rows = wordsOf(text).map((word) => ({ network_id: network, kind, subject_id: id, word }))
  if (rows.length > 0) await tx.insertInto('words').values(rows).execute()
}

const mostWords = 10

/** The words of a query that tell anything. */
export const askedWords = (query: string): string[] => wordsOf(query).slice(0, mostWords)

/** The words of each record, by kind and id, that begin with one of those asked for. */
export async function wordsFound(
  db: Db,
  network: string,
  words: readonly string[],
): Promise<Map<string, Map<string, string[]>>> {
  if (words.length === 0) return new Map()
  const rows = await db
    .selectFrom('words')
    .select(['kind', 'subject_id', 'word'])
    .where('network_id', '=', network)
    // Words hold letters and digits only, so nothing in them means something else to `like`.
    .where((or) => or.or(words.map((word) => or('word', 'like', `${word}%`))))
    .execute()
  const found = new Map<string, Map<string, string[]>>()
  for (const { kind, subject_id, word } of rows) {
    const ofKind = found.get(kind) ?? new Map<string, string[]>()
    found.set(kind, ofKind.set(subject_id, [...(ofKind.get(subject_id) ?? []), word]))
  }
  return found
}

/** True if every word asked for begins one of the words that are there. */
export const holdsAll = (asked: readonly string[], there: readonly string[]): boolean =>
  asked.every((word) => there.some((one) => one.startsWith(word)))
