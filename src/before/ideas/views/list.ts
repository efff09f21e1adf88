import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { searchInput } from '../../../platform/face/search-input.ts'
import { paths } from '../../../paths.ts'
import type { ShownIdea } from '../record.ts'
import { ideaCards } from './card.ts'

export interface IdeasProps {
  network: { id: string; team_noun: string; team_noun_plural: string }
  ideas: readonly ShownIdea[]
  /** The search as typed, and whether any word of it tells anything. */
  query: string
  searched: boolean
  mayAdd: boolean
}

export function ideasPage({ network, ideas, query, searched, mayAdd }: IdeasProps): Html {
  const at = { network: network.id }
  const add = mayAdd && button({ text: 'Add an idea', href: paths.newIdea(at), variant: 'secondary' })
  if (ideas.length === 0 && query === '')
    return html`<h1 class="nhsuk-heading-xl">Change ideas</h1>
      <p>
        No idea has been added yet. An idea is a change that a ${network.team_noun} has tried and wants to
        show to the other ${network.team_noun_plural}.
      </p>
      ${mayAdd ? button({ text: 'Add the first idea', href: paths.newIdea(at) }) : html`<p>Organisers and people of a ${network.team_noun} can add ideas when they have signed in.</p>`}`
  return html`<h1 class="nhsuk-heading-xl">Change ideas</h1>
    ${search(network, query)}
    <p role="status">${foundSentence(ideas.length, query, searched)}</p>
    ${query !== '' && html`<p><a class="nhsuk-link" href="${paths.ideas(at)}">Show all ideas</a></p>`}
    ${ideas.length > 0 && ideaCards(network.id, ideas)} ${add}`
}

const search = (network: IdeasProps['network'], query: string): Html =>
  html`<form
    class="app-not-printed"
    action="${paths.ideas({ network: network.id })}"
    method="get"
    role="search"
    novalidate
  >
    ${searchInput({
      name: 'q',
      label: 'Search the ideas',
      hint: `By any word of an idea, or the name of a ${network.team_noun}`,
      value: query,
    })}
  </form>`

function foundSentence(count: number, query: string, searched: boolean): string {
  const ideas = count === 1 ? '1 idea' : `${count} ideas`
  if (query === '') return ideas
  if (!searched)
    return `“${query}” is in nearly every text. Try a word that is only in the idea you look for.`
  if (count === 0) return `No idea has “${query}” in it. Try fewer or shorter words.`
  return `${ideas} with “${query}”`
}
