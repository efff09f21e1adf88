import type { FormToken } from '../../platform/face/command-form.ts'
import type { Content } from '../../platform/http/site.ts'

/** A page as it looks in one state, made from plain props. */
export interface State {
  /** Its name in its address: event-cancelled. */
  name: string
  /** The situation in which a page looks like this. */
  says: string
  show(sending: FormToken): Content
}
