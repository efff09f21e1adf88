import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { openLine, type Line } from './dialect.ts'
import type { Revised } from './group.ts'

/** Tells the other instances on the same database which topics have changed, and hears it from them. */
export interface Notices {
  tell(revised: Revised[]): void
  close(): Promise<void>
}

const channel = 'spreadathon_revised'
/** After a first notice the next waits this long, so that a burst of commits is one. */
const paceMs = 50
/** PostgreSQL takes 8000 bytes in a notice. */
const mostTopics = 60

interface Notice {
  from: string
  revised: [topic: string, revision: number][]
}

export async function openNotices(url: string, heard: (revised: Revised[]) => void): Promise<Notices> {
  const from = randomUUID()
  const waiting = new Map<string, number>()
  let sending = false

  const line: Line = await openLine(url, channel, (words) => {
    const notice = JSON.parse(words) as Notice
    if (notice.from !== from) heard(notice.revised.map(([topic, revision]) => ({ topic, revision })))
  })

  /** One after another: the next is sent when the one before has been, however slow the line is. */
  async function send() {
    sending = true
    while (waiting.size > 0) {
      const revised = [...waiting].slice(0, mostTopics)
      for (const [topic] of revised) waiting.delete(topic)
      const notice: Notice = { from, revised }
      // The next heartbeat of a waiting reader makes up for a lost notice.
      await line.send(JSON.stringify(notice)).catch(() => {})
      await delay(paceMs, undefined, { ref: false })
    }
    sending = false
  }

  return {
    tell(revised) {
      for (const { topic, revision } of revised)
        waiting.set(topic, Math.max(revision, waiting.get(topic) ?? 0))
      if (!sending) void send()
    },
    close: () => line.close(),
  }
}
