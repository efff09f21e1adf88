import { html, type Html } from './html.ts'

/** Text that somebody wrote, as paragraphs: an empty line begins a new one, other line ends are kept. */
export function prose(text: string): Html {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim() !== '')
  const lines = (paragraph: string) =>
    paragraph
      .trim()
      .split('\n')
      .map((line, at) => html`${at > 0 && html`<br />`}${line}`)
  return html`${paragraphs.map((one) => html`<p>${lines(one)}</p>`)}`
}
