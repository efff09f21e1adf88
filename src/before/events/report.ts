import type { Db } from '../../platform/store/database.ts'
import type { AtEvent } from './rules.ts'

/** A word or number that comes from a record, with the page of the record and what that is called. */
export interface Figure {
  text: string
  href: string
  from: string
}

export type Piece = string | Figure

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'list'; ordered?: true; items: Piece[][] }

export const paragraph = (...pieces: (Piece | false)[]): Block => ({
  kind: 'paragraph',
  pieces: pieces.filter((piece) => piece !== false),
})
export const list = (items: Piece[][]): Block => ({ kind: 'list', items })

/** A slice's part of the report of an event: its heading, and what the records say. It names nobody. */
export interface ReportPart {
  heading: string
  read(db: Db, at: AtEvent): Promise<Block[]>
}
