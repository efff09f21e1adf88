import type { AtEvent } from '../../before/events/rules.ts'
import { renderSVG } from 'uqr'
import type { ScreenShows } from '../../day/programme/rules/links.ts'
import { html, trusted, type Html } from '../../platform/face/html.ts'
import { paths } from '../../paths.ts'
import type { OnScreen } from './reading.ts'
import { screenPart } from './views.ts'

export interface ScreenChoices {
  shows: ScreenShows
  large: boolean
}

/** The address of the Screen with the choices kept in it, so that it works without scripts. */
export function screenAddress(at: AtEvent, { shows, large }: ScreenChoices): string {
  const query = new URLSearchParams()
  if (shows !== 'day') query.set('shows', shows)
  if (large) query.set('print', 'large')
  return `${paths.screen(at)}${query.size > 0 ? `?${query}` : ''}`
}

/** The ways to sign in: the code in letters, and for a camera. */
function joining(shown: OnScreen, whole: (path: string) => string, more: Html): Html {
  const code = shown.event.join_code
  const address = whole(paths.joinEvent({ code }))
  return html`<aside class="app-join" aria-label="How to join">
    <div class="app-qr" role="img" aria-label="QR code for ${address}">
      ${trusted(renderSVG(address, { border: 2 }))}
    </div>
    <p>${whole(paths.join({})).replace(/^https?:\/\//, '')}</p>
    <p class="app-code">${code}</p>
    <button type="button" data-pause aria-pressed="false" hidden>Pause</button>
    ${more}
  </aside>`
}

export interface ScreenPage {
  shown: OnScreen
  part: string
  inside: Html
  whole(path: string): string
  /** The part below the code. */
  more: Html
}

/** The thread, as one line along the foot. */
const thread = html`<svg
  class="app-screen-thread"
  viewBox="0 0 1280 120"
  preserveAspectRatio="none"
  aria-hidden="true"
  focusable="false"
>
  <path d="M-10 46C120 14 210 52 300 74s190 16 330-18 220-34 310 4 150 62 230 48 90-28 130-56" />
</svg>`

/** The columns of a Screen: the part that changes, and the code to join. */
export const screenColumns = ({ shown, part, inside, whole, more }: ScreenPage): Html =>
  html`${thread}
    <div class="app-screen-columns">
      <div data-part="${part}" data-now="${shown.now}">${inside}</div>
      ${!shown.over && joining(shown, whole, more)}
    </div>`

/** Marks a Screen for large print; it is looked for by the stylesheet. */
export const largeMark = (large: boolean): Html | false =>
  large && html`<span class="app-large" hidden></span>`

export function screenPage(
  shown: OnScreen,
  choices: ScreenChoices,
  whole: (path: string) => string,
  part: string,
): Html {
  const other = screenAddress(shown.at, { ...choices, large: !choices.large })
  const more = html`<p data-refresh><a href="${screenAddress(shown.at, choices)}">Refresh</a></p>
    <p class="app-choice"><a href="${other}">${choices.large ? 'Usual print' : 'Large print'}</a></p>`
  return html`${largeMark(choices.large)}
  ${screenColumns({ shown, part, inside: screenPart(shown, choices.shows), whole, more })}`
}
