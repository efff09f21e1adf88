import { eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { eventById, type EventRow } from '../../before/events/store.ts'
import { networkById, type NetworkRow } from '../../before/networks/store/networks.ts'
import { ballotsOf } from '../../day/ballots/ballot/store/ballots.ts'
import type { Revealing } from '../../day/ballots/counting/rules/reveal.ts'
import { ballotSeen, revealingOf, type BallotSeen } from '../../day/ballots/counting/store/results.ts'
import {
  feedbackProgress as feedbackAt,
  type FeedbackProgress as Feedback,
} from '../../day/feedback/store/answers.ts'
import { positionOf, type DayPosition } from '../../day/programme/rules/plan.ts'
import { programmeOf, type ShownItem } from '../../day/programme/store/shown.ts'
import { revisionOf } from '../../platform/store/journal.ts'
import type { Db } from '../../platform/store/database.ts'
import { cachedByRevision } from '../../platform/store/revision-cache.ts'
import { paths } from '../../paths.ts'
import { ideaInShort, type IdeaInShort } from './in-short.ts'
import { shownPart } from './parts.ts'

/** The state of a day: Now, the Screen and the Desk are made from it. It names nobody. */
export interface TheDay {
  at: AtEvent
  network: NetworkRow
  event: EventRow
  items: ShownItem[]
  standing: DayPosition<ShownItem>
  /** The ballot of the item that is on. */
  ballot: BallotSeen | undefined
  /** Its result as far as the Screen has shown it bar by bar. */
  revealing?: Revealing | undefined
  /** The idea that is being shown, in short. */
  idea?: IdeaInShort | undefined
  /** A vote is open beside the item that is on. */
  openAside: boolean
  /** The votes that were opened and have closed, with whether their result is out. */
  votesOver: { ballot: string; revealed: boolean }[]
  /** The state of the feedback form: the number of answers, never the answers. */
  feedback: Feedback
  /** Data that the slice of the part that is on has read for it. */
  of: unknown
  now: string
}

/** A day is read once for everyone who opens its page between two changes. */
const dayAt = cachedByRevision(
  (at: AtEvent) => [eventTopic(at), `network:${at.network}`],
  async (db, at): Promise<Omit<TheDay, 'now'> | undefined> => {
    const [network, event] = [await networkById(db, at.network), await eventById(db, at.network, at.event)]
    if (!network || !event) return undefined
    const items = await programmeOf(db, at)
    const standing = positionOf(items)
    const voting = standing.on?.ballot_id
    const ballot = voting ? await ballotSeen(db, at.network, at.event, voting) : undefined
    const revealing = ballot?.bars && (await revealingOf(db, at.network, ballot.ballot))
    const idea = standing.on && (await ideaInShort(db, at.network, standing.on))
    const ballots = await ballotsOf(db, network.id, event.id)
    const openAside = ballots.some((one) => one.opened_at && !one.closed_at && one.id !== voting)
    const votesOver = ballots
      .filter((one) => one.closed_at)
      .map(({ id, revealed_at }) => ({ ballot: id, revealed: revealed_at !== null }))
    const feedback = await feedbackAt(db, at.network, at.event)
    const of = standing.on && (await shownPart(standing.on.kind)?.read?.(db, at))
    return {
      at,
      network,
      event,
      items,
      standing,
      ballot,
      revealing,
      idea,
      openAside,
      votesOver,
      feedback,
      of,
    }
  },
)

export async function theDay(db: Db, { network, event }: AtEvent, now: string): Promise<TheDay | undefined> {
  const day = await dayAt(db, { network, event })
  return day && { ...day, now }
}

/** The stream for a page, from what it shows on: what changes between the two is not lost. Ask before reading. */
export async function streamOf(db: Db, at: AtEvent, parts: string): Promise<string> {
  const since = await revisionOf(db, eventTopic(at))
  return `${paths.eventLive(at)}?parts=${parts}&since=${since}`
}
