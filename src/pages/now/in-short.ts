import { coProducersOfIdea, ideaById } from '../../before/ideas/store.ts'
import type { Db } from '../../platform/store/database.ts'
import { firstWords } from './first-words.ts'

/** An idea in three lines, for whoever listens while it is shown. */
export interface IdeaInShort {
  id: string
  /** It was made together with people who use the service, or care for somebody who does. */
  together: boolean
  changes: string | null
  evidence: string | null
  needs: string | null
}

/** The idea of a part of the day, if it has one. */
export async function ideaInShort(
  db: Db,
  network: string,
  { idea_id: id }: { idea_id: string | null },
): Promise<IdeaInShort | undefined> {
  const idea = id && (await ideaById(db, network, id))
  if (!idea) return undefined
  const makers = await coProducersOfIdea(db, network, id)
  return {
    id,
    together: makers.length > 0,
    changes: firstWords(idea.changes),
    evidence: firstWords(idea.evidence),
    needs: firstWords(idea.needs),
  }
}
