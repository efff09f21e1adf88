import { once } from 'node:events'
import { connect } from 'node:net'
import type { Figure } from './figures.ts'
import { serveFrom } from './served.ts'

/** Every byte of an answer as it comes over the wire, headers and all. */
async function bytesOf(address: string, path: string): Promise<{ wire: number; text: string }> {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  const headers = ['Accept-Encoding: br', 'Connection: close', `Host: ${hostname}:${port}`]
  socket.write(`GET ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
  socket.resume()
  await once(socket, 'close')
  const page = await fetch(`${address}${path}`)
  return { wire: socket.bytesRead, text: await page.text() }
}

/** The files that a phone loads on its first visit: the page, its style sheet, its script and its worker. */
export async function firstVisit(folder: string): Promise<Figure[]> {
  const served = await serveFrom(folder)
  try {
    const path = '/networks/demonstration/events/today/sign-up'
    const page = await bytesOf(served.address, path)
    const files = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/g)].map(
      ([, file]) => file!,
    )
    // The worker that shows Now without a network comes with them.
    const sizes = await Promise.all(
      [...files, '/service-worker.js'].map((file) => bytesOf(served.address, file.replaceAll('&amp;', '&'))),
    )
    const whole = page.wire + sizes.reduce((sum, { wire }) => sum + wire, 0)
    return [
      { what: 'sign-up page on the wire', value: page.wire / 1000, unit: 'kB' },
      { what: 'a phone’s whole first visit', value: whole / 1000, unit: 'kB', bar: 'under 50 kB' },
    ]
  } finally {
    await served.stop()
  }
}
