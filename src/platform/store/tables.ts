/** A topic: the thing whose changes are put in one order (an event, a team, a network). */
export interface TopicRow {
  id: string
  revision: number
  hash: string
}

/** One change of one topic. Holds no free text and no name. */
export interface JournalRow {
  topic: string
  revision: number
  network_id: string
  command: string
  subject: string
  actor: string
  at: string
  /** The command of which it was a part; nothing for one that was asked for itself. */
  cause: string
  hash: string
}

/** The pseudonym of an actor in the journal; erasing a person deletes this row. */
export interface PseudonymRow {
  actor: string
  pseudonym: string
}

/** A change that was made under a key, the last where there were others, and the answer it got. */
export interface DoneKeyRow {
  actor: string
  key: string
  /** A digest of the content, where something else under the key is a change of its own; see `By`. */
  sent: string | null
  command: string
  outcome: string
  done_at: string
}

declare module './database.ts' {
  interface Tables {
    topics: TopicRow
    journal: JournalRow
    pseudonyms: PseudonymRow
    done_keys: DoneKeyRow
  }
}
