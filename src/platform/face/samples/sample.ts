import type { FormToken } from '../command-form.ts'
import type { Html } from '../html.ts'

/** The states in which a component of the face is looked at, beside all others. */
export interface Sample {
  /** The files of the face that it shows. */
  of: readonly string[]
  states: Readonly<Record<string, Html>>
  /** A page has one of it, so each state is shown in a page of its own. */
  alone?: true
}

/** Too long for a line of a phone; real, as are the names of some drugs and villages. */
export const longWord = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'

/** As much as somebody writes who has a lot to say and no full stop. */
export const longText =
  'We ask everybody who comes to the memory clinic what matters most to them before the first appointment, and write it on the first page where the whole team can see it, including the people who work at night'

/** For forms that lead nowhere. */
export const nowhere = '/gallery'
export const sending: FormToken = { token: 'a-token-of-nobody', key: 'a-key-of-nothing' }
