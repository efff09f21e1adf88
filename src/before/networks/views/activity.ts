import { dayAndTime } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { pagination } from '../../../platform/face/pagination.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'

export interface Activity {
  at: string
  who: string
  command: string
}

export interface ActivityProps {
  network: string
  entries: Activity[]
  page: number
  more: boolean
}

const said: Record<string, string> = {
  'networks.startNetwork': 'Started the network',
  'networks.describeNetwork': 'Changed what the network says about itself',
  'networks.addTeam': 'Added a team',
  'networks.renameTeam': 'Renamed a team',
  'networks.addMember': 'Gave someone a role',
  'networks.endMembership': 'Ended someone’s role',
  'networks.resumeMembership': 'Gave someone a role back',
  'ideas.addIdea': 'Added a change idea',
  'ideas.editIdea': 'Changed a change idea',
  'ideas.addCoProducer': 'Recorded who co-produced an idea',
  'ideas.removeCoProducer': 'Removed a co-production record',
  'ideas.restoreCoProducer': 'Put a co-production record back',
}

/** "pledges.makePledge" → "Make pledge", where nobody has written a sentence for a change yet. */
function spelledOut(command: string): string {
  const words = (command.split('.')[1] ?? command).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const wordingOf = (command: string): string => said[command] ?? spelledOut(command)

export function activityPage({ network, entries, page, more }: ActivityProps): Html {
  const at = (number: number) => `${paths.activity({ network })}?page=${number}`
  return html`<h1 class="nhsuk-heading-l">Activity</h1>
    <p>Every change that was made in this network, the latest first. Votes do not name anybody.</p>
    ${
      entries.length === 0
        ? html`<p>Nothing has been changed yet.</p>`
        : table({
            head: ['When', 'Who', 'What'],
            rows: entries.map((entry) => [dayAndTime(entry.at), entry.who, wordingOf(entry.command)]),
            responsive: true,
          })
    }
    ${
      (page > 1 || more) &&
      pagination({
        ...(page > 1 && { previous: { href: at(page - 1), text: 'Later changes' } }),
        ...(more && { next: { href: at(page + 1), text: 'Earlier changes' } }),
      })
    }`
}
