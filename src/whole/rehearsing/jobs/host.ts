import type { AtEvent } from '../../../before/events/rules.ts'
import { membersOf } from '../../../before/networks/store/networks.ts'
import { closeBallot, revealBallot } from '../../../day/ballots/ballot/commands/ballots.ts'
import { ballotById } from '../../../day/ballots/ballot/store/ballots.ts'
import { stateOf } from '../../../day/ballots/ballot/rules/ballot.ts'
import { closeFeedback } from '../../../day/feedback/commands.ts'
import { formOf } from '../../../day/feedback/store/answers.ts'
import { skipItem } from '../../../day/programme/commands/adjusting.ts'
import { layOutProgramme } from '../../../day/programme/commands/laying-out.ts'
import { finishItem, startItem } from '../../../day/programme/commands/running.ts'
import { allocateRooms } from '../../../day/rooms/commands/places.ts'
import { placesGivenOut } from '../../../day/rooms/store/places.ts'
import { roomsOf } from '../../../day/rooms/store/rooms.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import { isRefusal, type AnyCommand } from '../../../platform/store/command.ts'
import type { Store } from '../../../platform/store/store.ts'
import { hostName } from '../commands.ts'
import { stepOf, type AsHostSees, type Step } from '../rules/pace.ts'
import type { Situation } from './moments.ts'

/** Runs the day where nobody else does, from the same buttons as the Desk. */
export class Host {
  readonly #store: Store
  readonly #at: AtEvent
  readonly #actor: Actor

  constructor(store: Store, at: AtEvent, actor: Actor) {
    this.#store = store
    this.#at = at
    this.#actor = actor
  }

  #do = (command: AnyCommand, input: object = {}) =>
    this.#store.dispatch(command, { ...this.#at, ...input }, { actor: this.#actor })

  /** A day without a programme is given a usual one, so that there is something to rehearse. */
  async prepare({ items }: Situation): Promise<void> {
    if (items.length === 0) await this.#do(layOutProgramme)
  }

  /** Takes the next step; `share` is how much of its time the item has had. */
  async step(situation: Situation, share: number): Promise<Step> {
    const step = stepOf(await this.#sees(situation, share))
    const { on, next } = situation
    if (step === 'start') await this.#start(next!.id)
    if (step === 'finish') await this.#do(finishItem, { item: on!.id })
    if (step === 'close') await this.#do(closeBallot, { ballot: on!.ballot_id! })
    if (step === 'reveal') await this.#do(revealBallot, { ballot: on!.ballot_id! })
    if (step === 'allocate') await this.#do(allocateRooms, { who: 'arrived', how: 'anew' })
    return step
  }

  /** Starts an item. A vote that nobody has chosen is a new one; an item that cannot start at all is left out. */
  async #start(item: string): Promise<void> {
    if (isRefusal(await this.#do(startItem, { item, ballot: 'new' }))) await this.#do(skipItem, { item })
  }

  /** The last step of the day: people's feedback is to be seen. */
  async close(): Promise<void> {
    const form = await formOf(this.#store.db, this.#at.network, this.#at.event)
    if (form && !form.closed_at) await this.#do(closeFeedback)
  }

  async #sees({ on, next }: Situation, share: number): Promise<AsHostSees> {
    const { network, event } = this.#at
    const { db } = this.#store
    const ballot = on?.ballot_id ? await ballotById(db, network, on.ballot_id) : undefined
    const state = ballot && stateOf(ballot)
    const rooms = on?.kind === 'rooms' ? await roomsOf(db, network, event) : []
    const given = rooms.length > 0 && (await placesGivenOut(db, network, event)) !== null
    return {
      kind: on?.kind,
      share,
      next: next !== undefined,
      vote: state === 'open' || state === 'closed' ? state : ballot ? 'done' : 'none',
      rooms: rooms.length === 0 ? 'none' : given ? 'given' : 'free',
    }
  }
}

/** The host that was made with the rehearsal. */
export async function hostOf(store: Store, at: AtEvent): Promise<Host | undefined> {
  const all = await membersOf(store.db, at.network)
  const host = all.find(({ role, email, name }) => role === 'organiser' && !email && name === hostName)
  return host && new Host(store, at, { kind: 'person', id: host.person_id })
}
