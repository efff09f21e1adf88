import { simpleParser, type Parsed } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail server on a free port that keeps what it is given. Close whatever sends to it first: it waits for them. */
export interface Mailbox {
  url: string
  received: Parsed[]
  /** While set, every recipient is refused with these words, as mail servers do. */
  refusing: string | undefined
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (!mailbox.refusing) return done()
      done(Object.assign(new Error(`${mailbox.refusing} <${address}>`), { responseCode: 550 }))
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((message) => {
        mailbox.received.push(message)
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    received: [],
    refusing: undefined,
    close: () => new Promise((closed) => server.close(closed)),
  }
  return mailbox
}
