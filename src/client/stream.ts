import type { StreamEvents } from '../platform/contract.ts'
/** Events from the server about this page. */
export interface Hearing {
  part(name: string, markup: string): void
  /** Something has changed; this visitor's own part must be fetched anew. */
  changed(): void
  clock(now: number): void
  /** The thing on the page has been taken away. */
  gone(): void
  /** Neither the stream nor asking works; `false` when it does again. */
  lost(lost: boolean): void
}

interface Polled {
  revision: number
  now: number
  parts: Record<string, string>
}

/** A stream says something at once and then every 15 seconds; one that is silent for longer does not work. */
const firstWordMs = 8_000
const silenceMs = 40_000
const pollMs = 10_000
/** The time after which a silent server counts as not answering. */
const patienceMs = 10_000
/** While nobody answers it is asked again soon, then ever more rarely. */
const firstRetryMs = 2_500
const slowestRetryMs = 60_000
/** While asking, the stream is tried again at times: the network may have changed. */
const streamAgainMs = 120_000

/** Keeps a page fresh by a stream, or by asking where a network breaks streams; nothing while it is out of sight. */
export class Stream {
  readonly #address: URL
  readonly #hearing: Hearing
  #revision: number
  #source: EventSource | undefined
  #silence = 0
  #poll = 0
  #again = 0
  #retry = firstRetryMs
  #failures = 0

  constructor(address: string, hearing: Hearing) {
    this.#address = new URL(address, location.href)
    this.#hearing = hearing
    this.#revision = Number(this.#address.searchParams.get('since') ?? -1)
  }

  start(): void {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#stop() : this.#open()))
    addEventListener('pagehide', () => this.#stop())
    addEventListener('pageshow', ({ persisted }) => persisted && this.#open())
    addEventListener('online', () => this.#open())
    // A stream that is cut off does not end by itself: whether anybody is there shows when they are asked.
    addEventListener('offline', () => document.hidden || this.#ask())
    if (!document.hidden) this.#open()
  }

  #stop() {
    this.#source?.close()
    this.#source = undefined
    for (const timer of [this.#silence, this.#poll, this.#again]) clearTimeout(timer)
  }

  #open() {
    this.#stop()
    this.#address.searchParams.set('since', String(this.#revision))
    const source = new EventSource(this.#address)
    this.#source = source
    this.#heard(firstWordMs)
    const on = <Name extends keyof StreamEvents>(event: Name, then: (data: StreamEvents[Name]) => void) =>
      source.addEventListener(event, ({ data }) => {
        this.#heard(silenceMs)
        then(JSON.parse(data as string) as StreamEvents[Name])
      })
    on('beat', (now) => this.#hearing.clock(now))
    on('part', ({ part, html }) => this.#hearing.part(part, html))
    on('gone', () => this.#gone())
    on('changed', ({ revision }) => this.#reached(revision))
    source.addEventListener('error', () => {
      this.#failures += 1
      if (source.readyState === EventSource.CLOSED || this.#failures > 2) this.#ask()
    })
  }

  /** The stream speaks; should it fall silent, the page asks instead. */
  #heard(patienceMs: number) {
    clearTimeout(this.#silence)
    if (patienceMs === silenceMs) {
      this.#failures = 0
      this.#hearing.lost(false)
    }
    this.#silence = window.setTimeout(() => this.#ask(), patienceMs)
  }

  #reached(revision: number) {
    if (revision === this.#revision) return
    this.#revision = revision
    this.#hearing.changed()
  }

  #gone() {
    this.#stop()
    this.#hearing.gone()
  }

  #ask() {
    this.#stop()
    this.#failures = 0
    this.#again = window.setTimeout(() => this.#open(), streamAgainMs)
    void this.#asking()
  }

  async #asking() {
    try {
      const address = new URL(this.#address)
      address.searchParams.set('poll', '')
      const response = await fetch(address, {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(patienceMs),
      })
      if (response.status === 404) return this.#gone()
      if (!response.ok) throw new Error(String(response.status))
      const { revision, now, parts } = (await response.json()) as Polled
      this.#hearing.clock(now)
      for (const [name, markup] of Object.entries(parts)) this.#hearing.part(name, markup)
      this.#reached(revision)
      this.#hearing.lost(false)
      // A server that was gone and is back may have a stream for us.
      if (this.#retry > firstRetryMs && !document.hidden) this.#open()
      else this.#askIn(pollMs)
      this.#retry = firstRetryMs
    } catch {
      this.#hearing.lost(true)
      this.#askIn(this.#retry)
      this.#retry = Math.min(slowestRetryMs, this.#retry * 1.5)
    }
  }

  #askIn(ms: number) {
    if (!this.#source && !document.hidden)
      this.#poll = window.setTimeout(() => void this.#asking(), ms * (0.8 + 0.4 * Math.random()))
  }
}
