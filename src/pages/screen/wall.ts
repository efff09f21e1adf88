import { html, type Html } from '../../platform/face/html.ts'

const perPage = 6

/** The page number of a list; the Screen's script writes it. */
export const turnsPart: Html = html`<p class="app-turn" data-turn aria-hidden="true"></p>`

/** As large as its number allows. More than a screen holds turn over, page by page, by the Screen's script. */
export function wall(items: Html[], most = perPage): Html {
  const size = items.length === 1 ? 'app-wall--one' : items.length <= 4 ? 'app-wall--few' : ''
  return html`<ul class="app-wall ${size}" data-turns="${most}">
      ${items}
    </ul>
    ${turnsPart}`
}
