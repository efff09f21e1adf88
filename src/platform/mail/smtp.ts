import type { Transporter } from 'nodemailer'
import { html, trusted, type Html } from '../face/html.ts'
import type { Letter } from './outbox.ts'

export interface Sender {
  /** Sends a letter under the id of its message. Throws when the mail server did not take it. */
  send(letter: Letter, message: string): Promise<void>
  close(): void
}

export interface SenderChoices {
  smtpUrl: string
  from: string
  /** The host that stands in message ids. */
  host: string
}

/** Outlook reads a style sheet in the head, and little else. */
const style = trusted(`<style>
body { font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5; color: #212b32; max-width: 600px; margin: 16px; }
a { color: #005eb8; }
h1 { font-size: 22px; }
</style>`)

/** The letter as a page of its own, which mail programs show. */
export const letterPage = ({ subject, html: body }: Pick<Letter, 'subject' | 'html'>): Html =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${subject}</title>
        ${style}
      </head>
      <body>
        ${body}
      </body>
    </html>`

/** The same however often a message is sent, so that mail programs show it once. */
export const messageIdOf = (message: string, host: string): string => `<${message}@${host}>`

const seconds = 1000

export function smtpSender({ smtpUrl, from, host }: SenderChoices): Sender {
  let opened: Transporter | undefined
  return {
    async send(letter, message) {
      opened ??= await openTransport(smtpUrl)
      await opened.sendMail({
        from,
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
        html: letterPage(letter).toString(),
        messageId: messageIdOf(message, host),
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: (letter.attachments ?? []).map(({ name, type, body }) => ({
          filename: name,
          contentType: type,
          content: body,
        })),
      })
    },
    close: () => opened?.close(),
  }
}

/** Loaded with the first letter: a service without mail does not carry it. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const patience = {
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
  }
  return createTransport({ url, pool: true, maxConnections: 3, ...patience } as never) as Transporter
}

/** The fault, without the addresses that mail servers like to repeat. */
export function problemOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (typeof responseCode === 'number') return `The mail server refused it (${responseCode})`
  if (typeof code === 'string') return `The mail server could not be reached (${code})`
  return `The letter could not be written (${error instanceof Error ? error.name : 'unknown'})`
}
