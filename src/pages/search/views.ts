import type { NetworkRow } from '../../before/networks/store/networks.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { searchInput } from '../../platform/face/search-input.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import type { Found, FoundGroup } from './found.ts'

interface SearchProps {
  network: Pick<NetworkRow, 'id' | 'team_noun' | 'team_noun_plural'>
  query: string
  groups: FoundGroup[]
  /** The query has a word that is not in nearly every text. */
  telling: boolean
}

/** One search over everything that a network says: who, which idea, what was pledged, asked and decided. */
export const searchPage = ({ network, query, groups, telling }: SearchProps): Html =>
  html`<h1 class="nhsuk-heading-xl">Search</h1>
    <form action="${paths.search({ network: network.id })}" method="get" role="search" novalidate>
      ${searchInput({
        name: 'q',
        label: `Search ${network.team_noun_plural}, ideas, pledges, asks and decisions`,
        hint: `By any word of them, or the name of a ${network.team_noun}`,
        value: query,
      })}
    </form>
    ${query !== '' && html`<p role="status">${sentence(query, groups, telling)}</p>`} ${groups.map(groupPart)}`

function sentence(query: string, groups: FoundGroup[], telling: boolean): string {
  if (!telling) return `“${query}” is in nearly every text. Try a word that is only in what you look for.`
  const all = groups.reduce((sum, { found }) => sum + found.length, 0)
  if (all === 0) return `Nothing has “${query}” in it. Try fewer or shorter words.`
  return `${counted(all, 'thing')} with “${query}”`
}

/** As many as can be looked through; more words find fewer. */
const most = 20

const groupPart = ({ title, found }: FoundGroup): Html =>
  html`<h2 class="nhsuk-heading-m">${title} (${found.length})</h2>
    <ul class="nhsuk-list nhsuk-list--border app-tap">
      ${found.slice(0, most).map(entry)}
    </ul>
    ${found.length > most && html`<p>And ${found.length - most} more. Add a word to find fewer.</p>`}`

const entry = ({ text, sub, href }: Found): Html =>
  html`<li>
    <a href="${href}">${text}</a> ${sub && html`<span class="nhsuk-u-secondary-text-colour">${sub}</span>`}
  </li>`
