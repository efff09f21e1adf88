import { refuse, type Refusal } from '../store/command.ts'

interface Window {
  since: number
  failed: number
}

const most = 100_000

/**
 * Counts what failed, by the sender's address, so that codes cannot be guessed. What succeeds is never counted: a
 * whole room comes in from one address.
 */
export class Tries {
  readonly #windows = new Map<string, Window>()
  readonly #allowed: number
  readonly #lastsMs: number

  constructor(allowed: number, minutes: number) {
    this.#allowed = allowed
    this.#lastsMs = minutes * 60_000
  }

  refusal(address: string, now: string): Refusal | undefined {
    return (this.#current(address, now)?.failed ?? 0) < this.#allowed
      ? undefined
      : { ...refuse('Too many tries. Wait a few minutes, then try again.'), wait: true }
  }

  failed(address: string, now: string): void {
    const current = this.#current(address, now)
    if (current) current.failed += 1
    else {
      if (this.#windows.size >= most) this.#windows.clear()
      this.#windows.set(address, { since: Date.parse(now), failed: 1 })
    }
  }

  #current(address: string, now: string): Window | undefined {
    const window = this.#windows.get(address)
    return window && Date.parse(now) - window.since < this.#lastsMs ? window : undefined
  }
}
