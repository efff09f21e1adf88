import { connect, type Socket } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')

export interface Response {
  status: number
  body: string
}

/** One kept connection that asks one thing after another, at the least effort: the load must not slow what it loads. */
export class Line {
  readonly #socket: Socket
  #waiting: { resolve(response: Response): void; reject(error: unknown): void } | undefined
  #got: Buffer = Buffer.alloc(0)

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (bytes: Buffer) => this.#take(bytes))
    const lost = (error?: unknown) => {
      this.#waiting?.reject(error ?? new Error('The connection was closed'))
      this.#waiting = undefined
    }
    this.#socket.on('error', lost)
    this.#socket.on('close', () => lost())
  }

  /** Sends a whole request, as bytes, and gives what is answered. */
  ask(request: Buffer): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(bytes: Buffer) {
    this.#got = this.#got.length === 0 ? bytes : Buffer.concat([this.#got, bytes])
    const end = this.#got.indexOf(endOfHead)
    if (end === -1) return
    const head = this.#got.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${head}`)
    if (this.#got.length < end + 4 + length) return
    const body = this.#got.toString('utf8', end + 4, end + 4 + length)
    this.#got = Buffer.alloc(0)
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), body })
  }
}

/** A request as it goes over the wire. */
export function requestBytes(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body)
  const lines = Object.entries({
    host: '127.0.0.1',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(body !== undefined && { 'content-length': String(Buffer.byteLength(content)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${content}`)
}
