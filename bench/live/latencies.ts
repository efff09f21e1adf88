/** Times in milliseconds, counted in steps of a quarter: millions of them cost no memory. */
export class Latencies {
  #steps = new Float64Array(4 * 60_000)
  #many = 0

  add(milliseconds: number): void {
    const step = Math.min(this.#steps.length - 1, Math.max(0, Math.round(milliseconds * 4)))
    this.#steps[step]! += 1
    this.#many += 1
  }

  get many(): number {
    return this.#many
  }

  /** The time under which this share of them stayed; NaN of none. */
  at(share: number): number {
    if (this.#many === 0) return Number.NaN
    let left = Math.ceil(this.#many * share)
    for (const [step, many] of this.#steps.entries()) {
      left -= many
      if (left <= 0) return step / 4
    }
    return Number.NaN
  }
}
