// The usual way to build a live vote. POST /votes stores one row, counts anew, and tells everyone the whole tally.
// The database is as durable as ours (write-ahead log, synchronous=FULL), so that the two can be compared.
import express from 'express'
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { Server } from 'socket.io'

const database = new DatabaseSync(process.argv[2])
database.exec('pragma journal_mode = wal; pragma synchronous = full')
database.exec(`create table votes (
  id integer primary key,
  voter text not null unique,
  choice text not null,
  created_at text not null
)`)
const insert = database.prepare('insert into votes (voter, choice, created_at) values (?, ?, ?)')
const count = database.prepare('select choice, count(*) as votes from votes group by choice order by choice')

const app = express()
const server = createServer(app)
const io = new Server(server)

function tally() {
  const counts = count.all()
  return { total: counts.reduce((sum, { votes }) => sum + votes, 0), counts }
}

app.use(express.json())
app.post('/votes', (request, response) => {
  const { voter, choice } = request.body
  try {
    insert.run(voter, choice, new Date().toISOString())
  } catch {
    response.status(409).json({ error: 'You have voted already' })
    return
  }
  io.emit('tally', tally())
  response.json({ ok: true })
})
io.on('connection', (socket) => socket.emit('tally', tally()))

server.listen(0, '127.0.0.1', 4096, () => process.stdout.write(`${server.address().port}\n`))
process.on('SIGTERM', () => process.exit())
