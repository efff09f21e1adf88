import { html, type Html } from '../../platform/face/html.ts'
import { tag } from '../../platform/face/tag.ts'
import type { AgendaItem } from './agenda.ts'

/** The open items of the meeting, each with its record. Nothing is listed that is not open. */
export function agendaView(groups: { title: string; items: AgendaItem[] }[]): Html {
  const open = groups.filter(({ items }) => items.length > 0)
  return html`<h2 class="nhsuk-heading-l" id="agenda">Agenda</h2>
    ${open.length === 0 ? html`<p>Nothing is open: no pledge, ask, step or action waits for this meeting.</p>` : open.map(group)}`
}

const group = ({ title, items }: { title: string; items: AgendaItem[] }): Html =>
  html`<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">${title}</h3>
    <ul class="nhsuk-list nhsuk-list--border">
      ${items.map(
        ({ team, text, href, note, overdue }) =>
          html`<li>
            ${team && html`<strong>${team}:</strong> `}<a href="${href}">${text}</a>${
              note && html` <span class="nhsuk-u-secondary-text-colour">${note}</span>`
            }${overdue && html` ${tag({ text: 'Overdue', colour: 'red' })}`}
          </li>`,
      )}
    </ul>`
