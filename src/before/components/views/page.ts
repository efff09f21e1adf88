import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import type { ComponentView } from '../record.ts'
import { partItems } from './card.ts'

interface PageProps {
  at: { network: string; idea: string }
  idea: string
  components: readonly ComponentView[]
}

/** The parts of an idea on a page of their own: to print, to take along, and for programs. */
export const partsPage = ({ at, idea, components }: PageProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${idea}</span>
      What to keep, what to adapt
    </h1>
    ${
      components.length === 0
        ? html`<p>
            No part of it is named yet. Ask the team that brought
            <a class="nhsuk-link" href="${paths.idea(at)}">the idea</a>.
          </p>`
        : partItems(at, components, false)
    }`
