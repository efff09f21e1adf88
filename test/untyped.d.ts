/** Packages of the tests that come without types, and what starts tests: as much of them as is used. */
declare module 'smtp-server' {
  import type { Readable } from 'node:stream'
  import type { AddressInfo } from 'node:net'
  type Done = (error?: Error & { responseCode?: number }) => void
  export class SMTPServer {
    server: { address(): AddressInfo }
    constructor(choices: {
      authOptional?: boolean
      disabledCommands?: string[]
      onRcptTo?(address: { address: string }, session: unknown, done: Done): void
      onData?(stream: Readable, session: unknown, done: Done): void
    })
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
  }
}

declare module 'mailparser' {
  import type { Readable } from 'node:stream'
  export interface Attached {
    filename?: string
    contentType: string
    content: Buffer
  }
  export interface Parsed {
    messageId?: string
    subject?: string
    text?: string
    html?: string | false
    from?: { text: string }
    to?: { text: string }
    headers: Map<string, unknown>
    attachments: Attached[]
  }
  export function simpleParser(source: Readable): Promise<Parsed>
}

declare module '*/bin/together.js' {
  export function together(files: string[]): { started: string[]; cutShort(): string[]; remove(): void }
}
