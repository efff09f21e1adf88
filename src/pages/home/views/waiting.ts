import { html, type Html } from '../../../platform/face/html.ts'
import type { Waiting } from '../todo.ts'

/** Things that wait for whoever is signed in, each with one press to it. */
export const waitsForYou = (list: readonly Waiting[]): Html =>
  html`<h2 class="nhsuk-heading-m">Waiting for you</h2>
    <ul class="nhsuk-list nhsuk-list--border app-tap">
      ${list.map(
        ({ text, href, hint }) =>
          html`<li>
            <a href="${href}">${text}</a> <span class="nhsuk-u-secondary-text-colour">${hint}</span>
          </li>`,
      )}
    </ul>`
