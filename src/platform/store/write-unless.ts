import type { Refusal } from './command.ts'
import type { Db } from './database.ts'
import type { Change } from './group.ts'
import { revisionOf } from './journal.ts'
import type { Writer } from './writer.ts'

/** In a rush something changes each time; then the sender is asked to try again. */
const tries = 20

const busy: Refusal = {
  kind: 'wait',
  refused: 'Too much is being saved at this moment. Nothing of yours is lost: send it again in a second.',
  wait: 1,
}

/**
 * Does a change if nothing speaks against it. That is asked first and holds only as long as the topics of the
 * change stay where they were: the writer, which has them locked, looks whether they did, and if not it is asked
 * again. What was done before under the same key is answered the same, whatever speaks against it by now.
 */
export async function writeUnless(
  unless: () => Promise<Refusal | undefined>,
  change: Change,
  topics: string[],
  { db, writer }: { db: Db; writer: Writer },
): Promise<{ answer: unknown } | { failed: string }> {
  for (let left = tries; left > 0; left -= 1) {
    const seen: Record<string, number> = {}
    for (const topic of topics) seen[topic] = await revisionOf(db, topic)
    const refusal = await unless()
    if (refusal && topics.length === 0) return { answer: refusal }
    const answer = await writer.write({ ...change, seen: refusal ? {} : seen })
    if (!('moved' in answer)) return answer
    if (refusal) return { answer: refusal }
  }
  return { answer: busy }
}
