import type { AtEvent } from '../../before/events/rules.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { countsNow } from '../../before/sign-ups/store/places.ts'
import { ballotsOf } from '../../day/ballots/ballot/store/ballots.ts'
import { choicesToConfirm, type ToConfirm } from '../../day/ballots/counting/store/choices.ts'
import { ballotShown, type BallotShown } from '../../day/ballots/counting/store/results.ts'
import { hostName, titleOf } from '../../day/programme/commands/steps.ts'
import { isLive } from '../../day/programme/rules/links.ts'
import { doneWords } from '../../day/programme/rules/steps.ts'
import { linksOf, type DayLinkRow } from '../../day/programme/store/links.ts'
import { presenterNote } from '../../day/programme/store/notes.ts'
import { lastStep } from '../../day/programme/store/steps.ts'
import { roomsOf, type RoomRow } from '../../day/rooms/store/rooms.ts'
import type { Db } from '../../platform/store/database.ts'
import type { FormToken } from '../../platform/face/command-form.ts'
import type { RequestContext } from '../../platform/http/site.ts'
import { theDay, type TheDay } from '../now/day.ts'

/** The last step taken from the Desk. */
export interface LastStep {
  id: string
  /** "Amina Khan started Lunch" */
  words: string
  at: string
}

export interface DeskProps {
  day: TheDay
  /** The last step, which buttons take along so that a late press is noticed. */
  seen: string
  last: LastStep | undefined
  teams: { name: string; signedUp: number; arrived: number }[]
  ballots: BallotShown[]
  /** Teams' choices by vote that their leads have not confirmed. */
  toConfirm: ToConfirm[]
  rooms: RoomRow[]
  note: { text: string; by: string } | undefined
  links: DayLinkRow[]
  address(path: string): string
  sending: FormToken
}

async function teamsAt(db: Db, { network, event }: AtEvent, noun: string) {
  const counts = await countsNow(db, { network, event })
  const of = (team: string | null) => {
    const { many: signedUp = 0, arrived = 0 } = counts.find((one) => one.team_id === team) ?? {}
    return { signedUp, arrived }
  }
  const named = (await teamsOf(db, network)).map(({ id, name }) => ({ name, ...of(id) }))
  return of(null).signedUp > 0 ? [...named, { name: `No ${noun}`, ...of(null) }] : named
}

async function lastOf({ db, nouns, actor }: RequestContext<AtEvent>): Promise<LastStep | undefined> {
  const step = await lastStep(db, nouns)
  if (!step) return undefined
  const who = await hostName(db, step.done_by, actor)
  const words = doneWords(step, await titleOf(db, nouns, step.item_id))
  return { id: step.id, words: `${who} ${words}`, at: step.done_at }
}

async function noteOf({ db, nouns, actor }: RequestContext<AtEvent>) {
  const note = await presenterNote(db, nouns.network, nouns.event)
  return note && { text: note.text, by: await hostName(db, note.written_by, actor) }
}

async function ballotsShown(db: Db, { network, event }: AtEvent): Promise<BallotShown[]> {
  const all: BallotShown[] = []
  for (const { id } of await ballotsOf(db, network, event)) {
    const shown = await ballotShown(db, network, event, id)
    if (shown) all.push(shown)
  }
  return all
}

export async function readDesk(visit: RequestContext<AtEvent>): Promise<DeskProps | undefined> {
  const { db, nouns, now } = visit
  // Read before the page's data: a button never takes along a step that its page does not show.
  const last = await lastOf(visit)
  const day = await theDay(db, nouns, now)
  if (!day) return undefined
  const { network, event } = nouns
  return {
    day,
    seen: last?.id ?? '',
    last,
    teams: await teamsAt(db, nouns, day.network.team_noun),
    ballots: await ballotsShown(db, nouns),
    toConfirm: await choicesToConfirm(db, nouns),
    rooms: await roomsOf(db, network, event),
    note: await noteOf(visit),
    links: (await linksOf(db, network, event)).filter((link) => isLive(link, now)),
    address: (path) => visit.address(path),
    sending: visit,
  }
}
