import { button } from '../../platform/face/button.ts'
import type { Html } from '../../platform/face/html.ts'

/** A button to a page that a phone fetches ahead, to have it when there is no network. */
export const next = (text: string, href: string): Html =>
  button({ text, href, attributes: { 'data-ahead': true } })
