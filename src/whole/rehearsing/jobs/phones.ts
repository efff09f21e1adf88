import type { AtEvent } from '../../../before/events/rules.ts'
import { membersOf, type Member } from '../../../before/networks/store/networks.ts'
import { arrive } from '../../../before/sign-ups/commands/arriving.ts'
import { signUp } from '../../../before/sign-ups/commands/sign-up.ts'
import { makeAsk } from '../../../day/asks/commands.ts'
import { castVote } from '../../../day/ballots/voting/commands/votes.ts'
import { giveFeedback } from '../../../day/feedback/commands.ts'
import { makePledge } from '../../../day/pledges/commands.ts'
import { pledgesAt } from '../../../day/pledges/store.ts'
import { reflect } from '../../../day/reflections/commands.ts'
import { reflectionFor } from '../../../day/reflections/store.ts'
import { addNote } from '../../../day/rooms/commands/notes.ts'
import { placeMe, takePlace } from '../../../day/rooms/commands/places.ts'
import { roomOfAttendee } from '../../../day/rooms/store/places.ts'
import { sessionId, sessionOf } from '../../../platform/auth/sessions.ts'
import { anyone, type Actor } from '../../../platform/store/actor.ts'
import { isRefusal, refuse, type AnyCommand, type Refusal } from '../../../platform/store/command.ts'
import type { Store } from '../../../platform/store/store.ts'
import type { Act, Intent, Who } from '../rules/acts.ts'
import type { Simulated } from '../rules/people.ts'
import type { Told } from '../rules/state.ts'

type Doing<What extends Act['do']> = Extract<Act, { do: What }>

const notIn = refuse('Not signed up')
const unreachable = refuse('The server could not be reached')
const tries = 4

/**
 * The phones of people who are not real. What they do goes the way of everyone: the same commands, checked in the same
 * way, each sent under a key of its own and sent again under the same.
 */
export class Phones {
  readonly told: Told
  readonly #store: Store
  readonly #at: AtEvent
  readonly #people: readonly Simulated[]
  readonly #actors = new Map<Who, Actor>()
  readonly #sending = new Map<Who, Promise<void>>()
  /** The people who have done each thing; after an interruption all of it is sent once more, and counted once. */
  readonly #did = new Map<string, Set<Who>>()

  constructor(store: Store, at: AtEvent, people: readonly Simulated[], told: Told) {
    this.#store = store
    this.#at = at
    this.#people = people
    this.told = told
  }

  /** Sends something after the same phone's earlier sendings, and again if the answer was lost on the way. */
  send(intent: Intent): Promise<void> {
    const before = this.#sending.get(intent.who) ?? Promise.resolve()
    const sending = before.then(() => this.#send(intent))
    this.#sending.set(intent.who, sending)
    return sending
  }

  async #send(intent: Intent): Promise<void> {
    if (intent.queued) this.told.queued += 1
    const answer = await this.#untilAnswered(intent)
    if (intent.twice) {
      this.told.again += 1
      await this.#untilAnswered(intent)
    }
    this.#count(intent, answer)
  }

  async #untilAnswered(intent: Intent): Promise<unknown> {
    for (let left = tries; ; left -= 1) {
      try {
        this.told.sent += 1
        return await this.#do(intent)
      } catch {
        if (left === 1) return unreachable
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }

  #count({ who, act }: Intent, answer: unknown): void {
    if (isRefusal(answer)) {
      const said = Object.values(answer.fields ?? {})[0] ?? answer.refused
      this.told.refused[said] = (this.told.refused[said] ?? 0) + 1
      return
    }
    this.told.received += 1
    const did = (what: string, before: number) => {
      const all = this.#did.get(what) ?? new Set()
      this.#did.set(what, all.add(who))
      return Math.max(before, all.size)
    }
    const { told } = this
    if (act.do === 'signUp') told.signedUp = did('sign up', told.signedUp)
    if (act.do === 'arrive') told.arrived = did('arrive', told.arrived)
    if (act.do === 'vote') told.votes[act.ballot] = did(act.ballot, told.votes[act.ballot] ?? 0)
  }

  async #do({ who, act, key }: Intent): Promise<unknown> {
    if (act.do === 'signUp') return this.#signUp(who as number, key)
    const actor = await this.#actorOf(who)
    if (!actor) return notIn
    const send = (command: AnyCommand, input: object = {}) =>
      this.#store.dispatch(command, { ...this.#at, ...input }, { actor, key: this.#key(key) })
    switch (act.do) {
      case 'arrive':
        return send(arrive)
      case 'reflect':
        return this.#reflect(act, send)
      case 'vote':
        return send(castVote, { ...act, secret: this.#secret(`${act.ballot} ${who} ${act.device}`) })
      case 'pledge':
        return send(makePledge, act)
      case 'ask':
        return this.#ask(act, send)
      case 'takePlace':
        return this.#takePlace(act, send)
      case 'note':
        return this.#note(actor, act, send)
      case 'feedback':
        return send(giveFeedback, { ...act.answers, secret: this.#secret(`feedback ${who}`) })
    }
  }

  /** Holds the network's name, so that the keys go with it when it is cleared. */
  #key = (key: string) => `${this.#at.network} ${key}`.slice(0, 200)

  /** The secret that a device would make by chance; here the same again after an interruption. */
  #secret = (words: string) =>
    this.#store
      .keyedHash('rehearsal secret', this.#at.network, words)
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 24)

  #token = (number: number) => this.#store.keyedHash('rehearsal session', this.#at.network, String(number))

  async #signUp(number: number, key: string): Promise<unknown> {
    const { name, team, profession, livedExperience } = this.#people[number]!
    const session = sessionId(this.#token(number))
    const answers = { name, team: team ?? 'none', profession, livedExperience, session }
    const by = { actor: anyone, key: this.#key(key) }
    return this.#store.dispatch(signUp, { ...this.#at, ...answers }, by)
  }

  /** The actor for somebody: the attendee of the session that they were given, or the lead that was made. */
  async #actorOf(who: Who): Promise<Actor | undefined> {
    const known = this.#actors.get(who)
    if (known) return known
    const { db, now } = this.#store
    const actor =
      typeof who === 'number'
        ? (await sessionOf(db, this.#token(who), now()))?.actor
        : await this.#lead(who.slice('lead '.length))
    if (actor) this.#actors.set(who, actor)
    return actor
  }

  async #lead(team: string): Promise<Actor | undefined> {
    const isIt = ({ role, team_id, email }: Member) => role === 'lead' && team_id === team && !email
    const lead = (await membersOf(this.#store.db, this.#at.network)).find(isIt)
    return lead && { kind: 'person', id: lead.person_id }
  }

  /** Somebody opens the team's reflection, and saves it as they would have it. */
  async #reflect(reflection: Doing<'reflect'>, send: Send): Promise<unknown> {
    const { network, event } = this.#at
    const { team, idea } = reflection
    const saved = await reflectionFor(this.#store.db, network, event, team, idea)
    return send(reflect, { ...reflection, seen: saved?.updated_at ?? '' })
  }

  async #ask({ team, ...asked }: Doing<'ask'>, send: Send): Promise<unknown> {
    const { network, event } = this.#at
    const own = (await pledgesAt(this.#store.db, network, event)).find((one) => one.team_id === team)
    return own ? send(makeAsk, { pledge: own.id, ...asked }) : refuse('The team has made no pledge')
  }

  /** The place that was given out, as the page of the day does it; or one of one's own choice. */
  async #takePlace({ room }: Doing<'takePlace'>, send: Send): Promise<unknown> {
    const given = await send(placeMe)
    return isRefusal(given) ? send(takePlace, { room }) : given
  }

  async #note(actor: Actor, { text }: Doing<'note'>, send: Send): Promise<unknown> {
    if (actor.kind !== 'attendee') return notIn
    const { network, event } = this.#at
    const room: Refusal | { id: string } =
      (await roomOfAttendee(this.#store.db, network, event, actor.id)) ?? refuse('No place in a room')
    return isRefusal(room) ? room : send(addNote, { room: room.id, text })
  }
}

type Send = (command: AnyCommand, input?: object) => Promise<unknown>
