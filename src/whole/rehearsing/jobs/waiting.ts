import type { Intent, Who } from '../rules/acts.ts'

interface Due {
  at: number
  intent: Intent
}

/** The intents of people, in the order of time. */
export class Waiting {
  #due: Due[] = []

  /** `from` is when the moment began for somebody; a faster pace shortens people's time. */
  add(intents: readonly Intent[], from: (who: Who) => number, pace: number): void {
    const added = intents.map((intent) => ({ at: from(intent.who) + (intent.after / pace) * 1000, intent }))
    this.#due = [...this.#due, ...added].sort((one, other) => one.at - other.at)
  }

  /** The intents due by now, at most so many. */
  take(now: number, most: number): Intent[] {
    const end = this.#due.findIndex(({ at }) => at > now)
    const many = Math.min(most, end === -1 ? this.#due.length : end)
    return this.#due.splice(0, many).map(({ intent }) => intent)
  }

  get many(): number {
    return this.#due.length
  }

  /** The time at which the first is due, or the last of a burst. */
  next(burst = 1): number {
    return this.#due[Math.min(burst, this.#due.length) - 1]?.at ?? Infinity
  }
}
