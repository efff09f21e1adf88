import type { AtEvent, DayState } from '../../before/events/rules.ts'
import type { EventRow } from '../../before/events/store.ts'
import type { NetworkRow } from '../../before/networks/store/networks.ts'
import type { BallotShown } from '../../day/ballots/counting/store/results.ts'
import type { ItemKind } from '../../items.ts'
import type { Html } from '../../platform/face/html.ts'

/** An event as its page shows it. */
export interface EventPage {
  id: string
  name: string
  on: string
  today: string
  startsAt: string | null
  endsAt: string | null
  place: string | null
  aims: string[]
  capacity: number | null
  signUpIsOpen: boolean
  signUps: { total: number | null; teams: { id: string | null; name: string; people: number }[] }
  programme: {
    id: string
    kind: ItemKind
    title: string
    team: string | null
    minutes: number | null
    plannedAt: string | null
  }[]
  /** The programme drawn to the minute, where its parts have times. */
  line: Html | undefined
  /** The whole address of the sign-up, for others. */
  address: string
  /** That the programme is longer than the event. */
  runsPast: string | undefined
  ideas: { id: string; title: string; team: string }[]
  /** The vote whose result came out last. */
  result: BallotShown | undefined
  row: EventRow
  network: NetworkRow
  state: DayState
  /** The reason why nobody can sign up themselves. */
  refusal: string | undefined
  full: boolean
  /** The viewer's own sign-up. */
  own: { arrived: boolean } | undefined
  mayOrganise: boolean
  link: string | null
}

export const nounsOf = (page: EventPage): AtEvent => ({ network: page.network.id, event: page.id })
