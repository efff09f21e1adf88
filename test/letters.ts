import { letters } from '../src/jobs.ts'
import { letterOf } from '../src/platform/mail/letters.ts'
import { newestMessages, type Letter } from '../src/platform/mail/outbox.ts'
import type { House } from './house.ts'

export interface Written extends Omit<Letter, 'html'> {
  id: string
  kind: string
  html: string
  /** The paths of the links in the text, in order. */
  links: string[]
}

const site = 'http://localhost'

/**
 * Every letter in the outbox as it would be sent now, the oldest first; those with nobody to go to are
 * left out. Under a clock that stands still the letters of one moment come in any order: find yours by what it says.
 */
export async function lettersOf({ store }: Pick<House, 'store'>): Promise<Written[]> {
  const writing = {
    db: store.db,
    now: store.now(),
    keyedHash: store.keyedHash,
    address: (path: string) => site + path,
  }
  const written: Written[] = []
  for (const row of (await newestMessages(store.db, 1000)).toReversed()) {
    const letter = await letterOf(letters, writing, row)
    if (!letter) continue
    const links = [...letter.text.matchAll(/http:\/\/localhost(\/\S*)/g)].map(([, path]) => path!)
    written.push({ ...letter, id: row.id, kind: row.kind, html: letter.html.toString(), links })
  }
  return written
}
