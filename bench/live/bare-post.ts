// The most that node:http can do: takes a vote, reads it, stores nothing.
import { createServer } from 'node:http'

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { choice } = JSON.parse(Buffer.concat(chunks).toString()) as { choice: string }
    const body = JSON.stringify({ received: choice !== '' })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as { port: number }).port}\n`)
})
