import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import { groups } from '../rules/groups.ts'
import { share } from '../rules/attendance.ts'
import type { AttendanceRow } from '../store/minutes.ts'
import { at, partNames, type ShownMeeting } from './shown.ts'

interface Place {
  part: AttendanceRow['part']
  team: string | null
  name: string
  row: AttendanceRow | undefined
}

/** Everybody who may come, in their order, with what was recorded of them. */
function places({ teams, network, attendance }: ShownMeeting): Place[] {
  const names = partNames(network)
  const found = (part: AttendanceRow['part'], team: string | null) =>
    attendance.find((row) => row.part === part && row.team_id === team)
  return [
    ...teams.map(({ id, name }) => ({ part: 'team' as const, team: id, name, row: found('team', id) })),
    ...groups.map((part) => ({ part, team: null, name: names[part], row: found(part, null) })),
  ]
}

/** Who is there: one tap each for whoever takes the minutes, a list for others of the network, nothing for strangers. */
export function attendancePart(shown: ShownMeeting, sending: FormToken): Html | false {
  const { insider, mayOrganise, state, network, attendance } = shown
  const marks = mayOrganise && state !== 'cancelled'
  const known = places(shown).filter(({ row }) => row)
  if (!insider || ((!marks || state === 'coming') && known.length === 0)) return false
  const came = share(attendance.filter(({ part }) => part === 'team').map(({ present }) => present))
  const title = state === 'over' ? 'Who came' : 'Who is here'
  return html`<section class="app-card app-came" id="who">
    <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">${title}</h2>
    ${came && html`<p class="app-came__share">${came} of the ${network.team_noun_plural}</p>`}
    ${
      marks && state !== 'coming'
        ? html`<ul class="app-came__list">
              ${places(shown).map((place) => tapped(place, shown, sending))}
            </ul>
            <p class="nhsuk-u-margin-bottom-0">
              ${button({ text: 'Record who came', href: paths.attendance(at(shown)), variant: 'secondary', small: true })}
            </p>`
        : html`<ul class="app-came__list">
            ${known.map(({ name, row }) => html`<li>${name}${said(row!)}</li>`)}
          </ul>`
    }
  </section>`
}

const said = ({ present, name }: AttendanceRow) =>
  present ? name && html`: ${name}` : html` <span class="nhsuk-u-secondary-text-colour">(not there)</span>`

function tapped({ part, team, name, row }: Place, shown: ShownMeeting, sending: FormToken): Html {
  const tap = (present: 'present' | 'absent', text: string) => {
    const pressed = row !== undefined && row.present === Number(present === 'present')
    return postingButton(
      {
        action: paths.attendanceMark(at(shown)),
        sending,
        values: { part, ...(team !== null && { team }), present: pressed ? 'unknown' : present },
      },
      {
        text: html`${pressed && html`<span aria-hidden="true">✓ </span>`}${text}<span
            class="nhsuk-u-visually-hidden"
            >: ${name}</span
          >`,
        classes: `app-came__tap app-came__tap--${present}`,
        small: true,
        variant: 'secondary',
        attributes: { 'aria-pressed': String(pressed) },
      },
    )
  }
  return element(
    'li',
    {},
    element('span', {}, name, row?.name && html` <span class="app-came__names">${row.name}</span>`),
    element('span', { class: 'app-printed' }, row ? (row.present ? 'there' : 'not there') : 'not recorded'),
    tap('present', 'There'),
    tap('absent', 'Not there'),
  )
}
