/** Names and shapes that the server and the scripts of its pages agree on. It imports nothing: phones load it. */

/** The address that says who is here, with a token for sending. */
export const senderAddress = '/sender'
export interface Sender {
  sender: string
  token: string
}

/** Headers of a form that a script sends: whom its page was made for, and how many milliseconds it has waited. */
export const senderHeader = 'x-sender'
export const waitedHeader = 'x-waited'

/** Hidden fields of each form: its token, its key, and the digest of the answers that stood in it. */
export const tokenField = '_token'
export const keyField = '_key'
export const stoodField = '_stood'
/** The field that says of a text: it holds no NHS number. */
export const notIdentifiers = 'notIdentifiers'

/** The answer to a sent form: where its result is shown. */
export interface Sent {
  to: string
}

/** The answer where the token is too old, or somebody else is here: it is sent again with another, or waits. */
export type NotTaken = { stale: true } | { elsewhere: true }

/** The events of a stream, by name, with their data. */
export interface StreamEvents {
  part: { part: string; html: string }
  changed: { revision: number }
  /** The thing was taken away, and the stream with it. */
  gone: Record<string, never>
  /** The time of the server. */
  beat: number
}
