import { dayAndTime } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { table } from '../../../platform/face/tables.ts'
import type { Letter, OutboxRow } from '../../../platform/mail/outbox.ts'
import { paths } from '../../../paths.ts'

export interface Message {
  row: OutboxRow
  letter: Letter | undefined
}

export const messageList = (key: string, messages: Message[], sends: boolean): Html =>
  html`<h1 class="nhsuk-heading-xl">Outgoing mail</h1>
    <p>
      ${
        sends
          ? 'What this server sends by e-mail.'
          : 'No mail server is set up, so e-mails stay here instead of being sent.'
      }
      Only this address, which the terminal showed, opens this page, until the server stops.
    </p>
    ${
      messages.length === 0
        ? html`<p>Nothing yet. Sign in or sign up, and the e-mail appears here.</p>`
        : table({
            head: ['Written', 'To', 'Subject', 'State'],
            rows: messages.map(({ row, letter }) => [
              dayAndTime(row.created_at),
              letter?.to ?? 'Nobody any more',
              letter
                ? html`<a href="${paths.outgoingMessage({ key, message: row.id })}">${letter.subject}</a>`
                : 'Out of date',
              stateOf(row),
            ]),
            responsive: true,
          })
    }`

function stateOf(row: OutboxRow): string {
  if (row.sent_at) return row.problem ?? `Sent ${dayAndTime(row.sent_at)}`
  if (row.failed_at) return `Given up: ${row.problem ?? ''}`
  return row.problem ? `${row.problem}; next try ${dayAndTime(row.due_at)}` : 'Waiting'
}

export function messagePage(key: string, { row, letter }: Message): Html {
  if (!letter) {
    return html`<h1 class="nhsuk-heading-xl">This e-mail is out of date</h1>
      <p>What it was about has been used or has ended, so nobody would be sent it now.</p>`
  }
  const attachments = letter.attachments ?? []
  return html`<h1 class="nhsuk-heading-l">${letter.subject}</h1>
    ${summaryList({
      rows: [
        { key: 'To', value: letter.to },
        { key: 'Written', value: dayAndTime(row.created_at) },
        { key: 'State', value: stateOf(row) },
        attachments.length > 0 && {
          key: 'Attached',
          value: html`${attachments.map(
            ({ name }) =>
              html`<a href="${paths.outgoingAttachment({ key, message: row.id, attachment: name })}"
                >${name}</a
              > `,
          )}`,
        },
      ],
    })}
    <div class="nhsuk-card"><div class="nhsuk-card__content">${letter.html}</div></div>
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">The same as plain text</span>
      </summary>
      <div class="nhsuk-details__text"><pre class="app-breaks">${letter.text}</pre></div>
    </details>`
}
