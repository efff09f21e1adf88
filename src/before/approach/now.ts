import type { ShownPart } from '../../pages/now/part.ts'
import { wall } from '../../pages/screen/wall.ts'
import { html } from '../../platform/face/html.ts'
import { paths } from '../../paths.ts'
import { primer } from './rules.ts'

const read = ({ at }: { at: { network: string } }) =>
  html`<p><a href="${paths.approach({ network: at.network })}">How a change spreads: read along</a></p>`

/** The talk on spread: each lesson in turn on the Screen, all of them to read along on phones. */
export const primerPart: ShownPart = {
  kind: 'primer',
  toDo: read,
  toDoOfAll: read,
  onScreen: () =>
    wall(
      primer.map(
        ({ title, says }) =>
          html`<li>
            <strong>${title}</strong>
            <span>${says}</span>
          </li>`,
      ),
      1,
    ),
}
