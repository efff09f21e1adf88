import { eventTopic, type AtEvent } from '../../../before/events/rules.ts'
import { eventById } from '../../../before/events/store.ts'
import { teamsOf } from '../../../before/networks/store/networks.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import { revisionOf } from '../../../platform/store/journal.ts'
import type { Store } from '../../../platform/store/store.ts'
import { tellRehearsal } from '../commands.ts'
import { comingIn, intentsAt, type Who } from '../rules/acts.ts'
import { hostLooksAt, lastsMs, openingSeconds, type Step } from '../rules/pace.ts'
import { peopleFrom, type Simulated } from '../rules/people.ts'
import { toldIn, type RehearsalRow } from '../store.ts'
import type { Clockwork } from './clockwork.ts'
import { hostOf, type Host } from './host.ts'
import { situationOf, type Situation } from './moments.ts'
import { Phones } from './phones.ts'
import { Waiting } from './waiting.ts'

export const player: Actor = { kind: 'job', id: 'rehearsals' }

const lookEveryMs = 500
const tellEveryMs = 5000
/** Time for people to finish their tasks after the programme is over. */
const graceMs = 120_000
/** A day that nobody moves on any more is not waited for longer than this. */
const longestMs = 10 * 3600_000

/** Rounded, so that a time reached by adding is reached. */
const shareOf = (now: number, { since, lasts }: { since: number; lasts: number }): number =>
  Math.round(((now - since) / lasts) * 1e6) / 1e6

/** One rehearsal while it is played: everybody's next step, and the numbers told so far. */
export class Playing {
  readonly #store: Store
  readonly #row: RehearsalRow
  readonly #clock: Clockwork
  readonly #at: AtEvent
  readonly #people: readonly Simulated[]
  readonly #phones: Phones
  readonly #waiting = new Waiting()
  readonly #underWay = new Set<Promise<void>>()
  readonly #begun = new Set<string>()
  readonly #host: Host | undefined
  #situation: Situation
  #revision = -1
  /** The time when the item was first seen to be on, and its length. */
  #on: { id: string; since: number; lasts: number }
  readonly #beganAt: number
  readonly #opening: number
  /** The host has just done something, so that it is to be looked at before time goes on. */
  #moved = false
  #toldAt = -Infinity
  #stopped = false

  /** The rehearsal with its people, as they stand: whether it begins or was interrupted. */
  static async of(store: Store, row: RehearsalRow, clock: Clockwork): Promise<Playing | undefined> {
    const at = { network: row.network_id, event: row.of_event }
    if (!(await eventById(store.db, at.network, at.event))) return undefined
    const people = peopleFrom(row.seed, row.people, await teamsOf(store.db, at.network))
    const host = await hostOf(store, at)
    await host?.prepare(await situationOf(store.db, at))
    const situation = await situationOf(store.db, at)
    return new Playing(store, row, clock, { people, situation, host: row.by_itself ? host : undefined })
  }

  private constructor(
    store: Store,
    row: RehearsalRow,
    clock: Clockwork,
    { people, situation, host }: { people: Simulated[]; situation: Situation; host: Host | undefined },
  ) {
    this.#store = store
    this.#row = row
    this.#clock = clock
    this.#at = { network: row.network_id, event: row.of_event }
    this.#people = people
    this.#host = host
    this.#situation = situation
    this.#phones = new Phones(store, this.#at, people, toldIn(row))
    const opening = openingSeconds(row.minutes, row.pace, host !== undefined)
    this.#beganAt = clock.now()
    // Before anything is on, the doors are open; after an interruption people come in again as they did.
    this.#on = { id: '', since: this.#beganAt, lasts: (opening / row.pace) * 1000 }
    this.#waiting.add(comingIn(people, opening), () => this.#beganAt, row.pace)
    this.#opening = this.#on.lasts
  }

  /** Leaves it where it is: it can be continued. */
  stop(): void {
    this.#stopped = true
  }

  async play(): Promise<void> {
    for (;;) {
      await this.#look()
      this.#sendDue()
      if (this.#clock.leaps) await this.#idle()
      const over = await this.#moveOn()
      const done = over && this.#waiting.many === 0 && this.#underWay.size === 0
      if (done) await this.#host?.close()
      if (!(await this.#tell(done)) || this.#stopped || done) break
      await this.#clock.until(this.#nextMs())
    }
    await this.#idle()
  }

  /** Nobody takes part in anything before they have come in. */
  #comesAt(who: Who): number {
    return typeof who === 'number' ? this.#beganAt + this.#people[who]!.arrivesAt * this.#opening : 0
  }

  #idle = async () => {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  /** Sees which item is on, and lets everyone begin its tasks. */
  async #look(): Promise<void> {
    const revision = await revisionOf(this.#store.db, eventTopic(this.#at))
    if (revision === this.#revision) return
    this.#revision = revision
    this.#situation = await situationOf(this.#store.db, this.#at)
    const now = this.#clock.now()
    const { on, items, moments } = this.#situation
    if (on && on.id !== this.#on.id)
      this.#on = { id: on.id, since: now, lasts: lastsMs(on, items, this.#row.minutes) }
    for (const moment of moments) {
      if (this.#begun.has(moment.key)) continue
      this.#begun.add(moment.key)
      const intents = intentsAt(moment, this.#people, this.#row.seed)
      this.#waiting.add(intents, (who) => Math.max(now, this.#comesAt(who)), this.#row.pace)
    }
  }

  #sendDue(): void {
    for (const intent of this.#waiting.take(this.#clock.now(), this.#clock.burst)) {
      const sending = this.#phones.send(intent).finally(() => this.#underWay.delete(sending))
      this.#underWay.add(sending)
    }
  }

  /** The host takes the next step; where somebody real is the host, the day is over some time after its last item. */
  async #moveOn(): Promise<boolean> {
    const { on, next } = this.#situation
    const now = this.#clock.now()
    this.#moved = false
    if (now - this.#beganAt > longestMs && !this.#clock.leaps) return true
    if (on || next || !this.#situation.items.some((item) => item.started_at)) {
      const early = this.#on.id === '' && now < this.#on.since + this.#on.lasts
      if (!this.#host || early) return false
      return (await this.#hostSteps(now)) === 'over'
    }
    this.#on = this.#on.id === 'after' ? this.#on : { id: 'after', since: now, lasts: graceMs }
    return this.#host !== undefined || this.#clock.leaps || now - this.#on.since > graceMs
  }

  async #hostSteps(now: number): Promise<Step> {
    const step = await this.#host!.step(this.#situation, shareOf(now, this.#on))
    this.#moved = step !== 'wait'
    return step
  }

  /** Says how it goes; answers whether it is still this one that plays it. */
  async #tell(over: boolean): Promise<boolean> {
    const now = performance.now()
    if (!over && now - this.#toldAt < tellEveryMs) return true
    this.#toldAt = now
    const { network_id: network, runner } = this.#row
    const told = JSON.stringify(this.#phones.told)
    const answer = await this.#store.dispatch(
      tellRehearsal,
      { network, runner, told, over },
      { actor: player },
    )
    return !isRefusal(answer) && answer.on
  }

  #nextMs(): number {
    const now = this.#clock.now()
    if (!this.#clock.leaps) return Math.min(this.#waiting.next(), now + lookEveryMs)
    if (this.#moved) return now
    const { since, lasts } = this.#on
    const looks = hostLooksAt.map((share) => since + share * lasts).filter((at) => at > now)
    const next = Math.min(this.#waiting.next(this.#clock.burst), ...looks)
    return next === Infinity ? now : next
  }
}
