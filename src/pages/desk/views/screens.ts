import { screenShows, showsNames, type LinkOpens } from '../../../day/programme/rules/links.ts'
import type { DayLinkRow } from '../../../day/programme/store/links.ts'
import { noteFields } from '../../../day/programme/views/desk.ts'
import { button } from '../../../platform/face/button.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, postingForm } from '../../../platform/face/command-form.ts'
import { emptyForm } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import type { DeskProps } from '../reading.ts'
import { quiet } from './buttons.ts'

/** A word to the presenter, and the way to take it away. */
export function presenterNotePart({ day, note, sending }: DeskProps): Html {
  return html`${
    note &&
    html`${insetText({ content: html`<p>On the presenter’s page: <strong>${note.text}</strong> (${note.by})</p>` })}
    ${postingButton({ action: paths.clearNote(day.at), sending }, { text: 'Take the note away', ...quiet })}`
  }
  ${details({
    summary: note ? 'Write another note' : 'Write a note to the presenter',
    attributes: { id: 'write-a-note' },
    content: html`${postingForm(
        { action: paths.presenterNote(day.at), sending },
        noteFields(emptyForm()),
        button({ text: 'Send to the presenter', preventDoubleClick: true, ...quiet }),
      )}
      <p><a href="${paths.presenter(day.at)}">The presenter’s page</a></p>`,
  })}`
}

/** Links end at midnight, which belongs to the day before. */
const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString()

const made = ({ address }: DeskProps, link: DayLinkRow): Html => {
  const path = paths.showLink({ code: link.code })
  return html`<p>
      Type this address there:
      <a class="app-code-line" href="${path}">${address(path).replace(/^https?:\/\//, '')}</a>
    </p>
    <p class="nhsuk-u-secondary-text-colour">
      It works until the end of ${day(dayOf(justBefore(link.expires_at)))}.
    </p>`
}

function remote({ day, sending }: DeskProps, link: DayLinkRow): Html {
  const set = (values: Record<string, string>, text: string) =>
    postingButton({ action: paths.setScreen(day.at), sending, values }, { text, ...quiet })
  return html`<p>
      They show: <strong>${showsNames[link.shows]}</strong>${link.large === 1 && ', in large print'}.
    </p>
    <div class="app-row">
      ${screenShows.filter((one) => one !== link.shows).map((shows) => set({ shows }, showsNames[shows]))}
      ${link.large === 1 ? set({ large: 'no' }, 'Usual print') : set({ large: 'yes' }, 'Large print')}
    </div>`
}

function linkPart(props: DeskProps, opens: LinkOpens, says: string): Html {
  const { day, links, sending } = props
  const link = links.find((one) => one.opens === opens)
  const press = (action: string, text: string, values: Record<string, string>) =>
    postingButton({ action, sending, values: { opens, ...values } }, { text, ...quiet })
  if (!link)
    return html`<p>${says}</p>
      <div class="app-row">
        ${press(paths.dayLinks(day.at), 'Make a link for the day', { lasts: 'day' })}
        ${press(paths.dayLinks(day.at), 'Make a link for a week', { lasts: 'week' })}
      </div>`
  return html`${made(props, link)} ${opens === 'screen' && remote(props, link)}
    <div class="app-row">
      ${press(paths.endLink(day.at), 'End this link', {})}
      ${press(paths.dayLinks(day.at), 'Make a new one instead', { lasts: 'day' })}
    </div>`
}

/** Links for machines that nobody signs in on. */
export const screensPart = (props: DeskProps): Html =>
  details({
    summary: 'Screens and presenter',
    content: html`<h2 class="nhsuk-heading-s">Screen of the room</h2>
      ${linkPart(props, 'screen', 'A short address for the computer of the room. You choose from here what it shows.')}
      <h2 class="nhsuk-heading-s">Presenter</h2>
      ${linkPart(props, 'presenter', 'A short address for whoever presents: what is on, how long, and your notes.')}`,
  })
