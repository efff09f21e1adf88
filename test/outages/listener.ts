import { get, type IncomingMessage } from 'node:http'

/** A device that listens to a stream. */
export interface Listener {
  /** The number of changes that it was told of. */
  told(): number
  ended(): boolean
  stop(): void
}

export async function listenTo(address: string): Promise<Listener> {
  let told = 0
  let ended = false
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { agent: false }, resolve).on('error', reject)
  })
  if (response.statusCode !== 200) throw new Error(`The stream answered ${response.statusCode}`)
  response.setEncoding('utf8').on('data', (text: string) => {
    told += text.split('event: changed').length - 1
  })
  for (const end of ['close', 'error']) response.on(end, () => (ended = true))
  return { told: () => told, ended: () => ended, stop: () => response.destroy() }
}
