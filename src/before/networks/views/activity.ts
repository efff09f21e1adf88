import { dayOf, time, weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { pagination } from '../../../platform/face/pagination.ts'
import { paths } from '../../../paths.ts'

export interface Activity {
  at: string
  who: string
  said: string
}

export interface ActivityProps {
  network: string
  entries: Activity[]
  page: number
  more: boolean
}

export function activityPage({ network, entries, page, more }: ActivityProps): Html {
  const at = (number: number) => `${paths.activity({ network })}?page=${number}`
  const days = Map.groupBy(entries, (entry) => dayOf(entry.at))
  return html`<h1 class="nhsuk-heading-l">Activity</h1>
    <p>Every change that was made in this network, the latest first. Votes are not in it.</p>
    ${entries.length === 0 && html`<p>Nothing has been changed yet.</p>`}
    ${[...days].map(([on, those]) => dayPart(on, those))}
    ${
      (page > 1 || more) &&
      pagination({
        ...(page > 1 && { previous: { href: at(page - 1), text: 'Later changes' } }),
        ...(more && { next: { href: at(page + 1), text: 'Earlier changes' } }),
      })
    }`
}

const dayPart = (on: string, entries: Activity[]): Html =>
  html`<h2 class="nhsuk-heading-s">${weekdayAndDay(on)}</h2>
    <ul class="nhsuk-list">
      ${entries.map(
        ({ at, who, said }) =>
          html`<li>
            <span class="nhsuk-u-secondary-text-colour">${time(at)}</span>
            <strong>${who}</strong> ${said}
          </li>`,
      )}
    </ul>`
