import { html } from '../../platform/face/html.ts'
import { marked } from '../../platform/mail/calendar.ts'
import type { LetterKind } from '../../platform/mail/outbox.ts'
import { markOf } from './rules.ts'
import { networkById } from './store/networks.ts'

/** A letter about a demonstration says so in its subject and before all else; about a rehearsal none is sent. */
export const withMark = ({ kind, write }: LetterKind): LetterKind => ({
  kind,
  async write(writing, ids) {
    const network = ids['network'] === undefined ? undefined : await networkById(writing.db, ids['network'])
    if (network?.kind === 'rehearsal') return undefined
    const letter = await write(writing, ids)
    const mark = network && markOf(network.kind)
    if (!letter || !mark) return letter
    return {
      ...letter,
      subject: marked(letter.subject, mark),
      text: `${mark}\n\n${letter.text}`,
      html: html`<p><strong>${mark}</strong></p>
        ${letter.html}`,
    }
  },
})
