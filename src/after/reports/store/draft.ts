import type { AtEvent } from '../../../before/events/rules.ts'
import type { Db } from '../../../platform/store/database.ts'
import { markdownOf } from '../rules/markdown.ts'
import type { Figure } from '../../../before/events/report.ts'
import type { PostFacts } from '../rules/facts.ts'
import { figuresOf, postOf } from '../rules/post.ts'
import { factsOf } from './facts.ts'
import { reportOf, type ReportRow } from './reports.ts'
import type { KeyedHash } from '../../../platform/store/keyed-hash.ts'

export interface Draft {
  title: string
  body: string
  figures: Figure[]
  facts: PostFacts
  /** Seals the facts on record now. */
  keyedHash: string
}

/** A post as the records would write it now. */
export async function draftOf(db: Db, nouns: AtEvent, keyedHash: KeyedHash): Promise<Draft | undefined> {
  const facts = await factsOf(db, nouns.network, nouns.event)
  if (!facts) return undefined
  const post = postOf(facts)
  const body = markdownOf(post)
  return {
    title: post.headline,
    body,
    figures: figuresOf(post),
    facts,
    keyedHash: keyedHash('draft', post.headline, body),
  }
}

/** The post as it was edited, or else as the records write it. */
export async function writtenOf(
  db: Db,
  nouns: AtEvent,
  keyedHash: KeyedHash,
): Promise<{ draft: Draft; report: ReportRow | undefined; title: string; body: string } | undefined> {
  const draft = await draftOf(db, nouns, keyedHash)
  if (!draft) return undefined
  const report = await reportOf(db, nouns.network, nouns.event)
  return { draft, report, title: report?.title ?? draft.title, body: report?.body ?? draft.body }
}
