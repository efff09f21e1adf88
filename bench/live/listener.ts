import { connect } from 'node:net'
import { requestBytes } from './wire.ts'

/** Told with each update how far it counts: a revision of ours, the total of the baseline. */
export type Heard = (count: number) => void

/** A phone that listens. Resolves when it has heard a first word; the socket then goes on telling. */
export type Listen = (port: number, path: string, heard: Heard) => Promise<{ close(): void }>

const endOfEvent = Buffer.from('\n\n')
const idLine = Buffer.from('\nid: ')
const opening = Buffer.from('id: ')

const numberAt = (bytes: Buffer, at: number): number =>
  Number.parseInt(bytes.toString('latin1', at, at + 16), 10)

/** Listens to a stream of server-sent events, reading no more of each than its id. */
export const listenToEvents: Listen = (port, path, heard) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let rest: Buffer | undefined
    let ready = false
    socket.on('error', reject)
    socket.on('connect', () =>
      socket.write(requestBytes('GET', path, { headers: { accept: 'text/event-stream' } })),
    )
    socket.on('data', (bytes: Buffer) => {
      const got = rest ? Buffer.concat([rest, bytes]) : bytes
      const end = got.lastIndexOf(endOfEvent)
      rest = end + 2 === got.length ? undefined : end === -1 ? got : got.subarray(end + 2)
      if (end === -1) return
      const line = got.lastIndexOf(idLine, end)
      const at = line === -1 ? (got.indexOf(opening) === 0 ? 4 : -1) : line + 5
      if (at === -1) return
      heard(numberAt(got, at))
      if (ready) return
      ready = true
      resolve({ close: () => socket.destroy() })
    })
  })

const total = Buffer.from('"total":')
/** A text frame of a client is masked; a mask of zeros leaves the text as it is. */
const frame = (text: string) => Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0, ...Buffer.from(text)])
const comeIn = frame('40')
const stillHere = frame('3')

/** The end of a frame of the server, and the place of its text; nothing while its head is not there yet. */
function frameAt(bytes: Buffer, at: number): { text: number; end: number } | undefined {
  if (bytes.length < at + 2) return undefined
  const short = bytes[at + 1]! & 0x7f
  if (short < 126) return { text: at + 2, end: at + 2 + short }
  if (bytes.length < at + 4) return undefined
  return { text: at + 4, end: at + 4 + bytes.readUInt16BE(at + 2) }
}

/** Listens as a client of socket.io does over a web socket, reading no more of each message than its total. */
export const listenToSocketIo: Listen = (port, _path, heard) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let rest: Buffer | undefined
    let upgraded = false
    let ready = false
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    socket.on('error', reject)
    socket.on('connect', () =>
      socket.write(requestBytes('GET', '/socket.io/?EIO=4&transport=websocket', { headers: upgrade })),
    )
    socket.on('data', (bytes: Buffer) => {
      let got = rest ? Buffer.concat([rest, bytes]) : bytes
      rest = undefined
      if (!upgraded) {
        const end = got.indexOf('\r\n\r\n')
        if (end === -1) return void (rest = got)
        upgraded = true
        socket.write(comeIn)
        got = got.subarray(end + 4)
      }
      let at = 0
      let count = -1
      for (let one = frameAt(got, at); one && one.end <= got.length; one = frameAt(got, at)) {
        if (got[one.text] === 0x32 && one.end === one.text + 1) socket.write(stillHere)
        const found = one.end - one.text > 20 ? got.indexOf(total, one.text) : -1
        if (found !== -1 && found < one.end) count = numberAt(got, found + total.length)
        at = one.end
      }
      if (at < got.length) rest = got.subarray(at)
      if (count === -1) return
      heard(count)
      if (ready) return
      ready = true
      resolve({ close: () => socket.destroy() })
    })
  })
