/** Names and shapes that the server and the scripts of its pages agree on. It imports nothing: phones load it. */

/** The address that says who is here, with a token for sending. */
export const senderAddress = '/sender'

/** Headers of a form that a script sends: whom its page was made for, and how many milliseconds it has waited. */
export const senderHeader = 'x-sender'
export const waitedHeader = 'x-waited'

/** Hidden fields of each form: its token, its key, and the digest of the answers that stood in it. */
export const tokenField = '_token'
export const keyField = '_key'
export const stoodField = '_stood'
/** The field that says of a text: it holds no NHS number. */
export const notIdentifiers = 'notIdentifiers'

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

/**
 * Attributes `data-…` that the server writes into pages and scripts read, by their names in `dataset`. It is a type: phones
 * load nothing of it, and test/contract.test.ts holds both sides to it.
 */
export interface PageData {
  /** On a button: the address that it copies. */
  copy: string
  // Streams and parts.
  /** On the body: the address of the stream that keeps the page fresh, the one it was made for, and that it may be kept. */
  live: string
  sender: string
  kept: ''
  /** A part that the stream sends anew, by its name there. */
  part: string
  /** The address of a part that only this person sees, fetched when it has changed. */
  personalPart: string
  /** It is fetched when its stamps say so, and once a minute. */
  byStamps: ''
  byMinute: ''
  /** The stamps that a part was made with; the part of Now with what is left to do. */
  stamps: string
  todo: ''
  /** Facts from which a phone works out by itself whether a stamp concerns it. */
  team: string
  own: string
  over: string
  waits: 'true' | ''
  /** Seconds over which many phones spread what they fetch at once. */
  spread: string
  /** A state that is read out when it changes. */
  announce: string
  state: string
  /** A link for those without scripts; hidden while the stream is heard. */
  refresh: ''
  /** A page that opens by itself when a vote opens, unless somebody is writing. */
  offers: string
  /** A link whose page is fetched ahead. */
  ahead: ''
  // Time.
  /** The server's time when the page was made; until and since when something lasts; in how many milliseconds a link ends. */
  now: string
  endsAt: string
  begunAt: string
  endsIn: string
  // Forms.
  /** The limits of a form that a device can check by itself, as JSON. */
  limits: string
  /** A form that is kept on the device until it has arrived, by its name; one that stays open for more. */
  queue: string
  queueMore: ''
  /** A form that the page sends by itself. */
  autoSubmit: ''
  /** A part whose buttons are sent and shown without leaving the page. */
  presses: ''
  /** Answers that a choice needs: how many at most, in order, in words. */
  needs: string
  needsMost: string
  needsOrder: string
  needsWords: string
  /** Cards that are put in order, by the name of the lists that hold the order; what a card stands for, and its name. */
  ranking: string
  value: string
  says: string
  /** A button that moves its card by so many places; by none it puts it last or takes it out. */
  move: string
  /** A place where a note can be jotted down about a subject, and a form whose answer such a note begins. */
  jot: string
  startsWith: string
  // The Screen.
  /** A list that turns its pages, how many rows it shows at once, and the line that says which page it is. */
  turns: string
  turn: ''
  atOnce: string
  atOnceLarge: string
  pause: ''
}
