import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { element } from '../../../platform/face/element.ts'
import { html, safeHref, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import { attendancePart } from './attendance.ts'
import { meetingHead } from './head.ts'
import { actionsPart, decisionsPart, notesPart, questionsPart } from './minutes.ts'
import { at, type ShownMeeting, type Writing } from './shown.ts'
import { writingPart } from './writing.ts'

export { partNames, toWhomNames } from './shown.ts'
export type { NamedMeeting, ShownMeeting, Writing } from './shown.ts'

/** A meeting: one page that looks forward, is written on while the meeting is on, and is read as minutes afterwards. */
export function meetingPage(shown: ShownMeeting, sending: FormToken, writing?: Writing): Html {
  const { network, meeting, state, now } = shown
  const form = writing && writingPart(shown, writing)
  return element(
    'div',
    { class: `app-meeting app-meeting--${state}` },
    element(
      'div',
      { 'data-part': 'now', 'data-now': now },
      meetingHead({ ...shown, actions: shown.actions.length }),
    ),
    // While it is on, minutes are taken before anything else is read.
    state === 'on' && form,
    html`<div class="app-meeting__live">
      <div
        data-presses
        data-personal-part="${paths.reviewNow({ network: network.id, review: meeting.id })}"
        data-by-minute
      >
        ${meetingPart(shown, sending)}
      </div>
    </div>`,
    state !== 'on' && form,
  )
}

/** The part of the page that is made for one person, and fetched anew when something has changed. */
export function meetingPart(shown: ShownMeeting, sending: FormToken): Html {
  const minutes = html`${decisionsPart(shown)} ${actionsPart(shown, sending)} ${notesPart(shown)}`
  const who = attendancePart(shown, sending)
  const organise = shown.mayOrganise && organising(shown, sending)
  if (shown.state === 'over')
    return html`${minutes} ${questionsPart(shown)} ${who} ${shown.agenda} ${organise}`
  const written = html`${shown.agenda} ${questionsPart(shown)} ${minutes} ${who}`
  return shown.state === 'on'
    ? html`${join(shown)} ${written} ${organise}`
    : html`${join(shown)} ${organise} ${written}`
}

function join({ meeting, insider, state }: ShownMeeting): Html | false {
  const link = insider && meeting.link ? safeHref(meeting.link) : undefined
  return (
    link !== undefined &&
    (state === 'coming' || state === 'on') &&
    button({ text: 'Join the video call', href: link })
  )
}

function organising(shown: ShownMeeting, sending: FormToken): Html | false {
  const { meeting, now, state } = shown
  if (state === 'cancelled') return false
  const nouns = at(shown)
  const held = meeting.held_at !== null
  const secondary = { variant: 'secondary' as const, small: true }
  return html`<div class="nhsuk-button-group">
    ${
      meeting.starts_at <= now &&
      postingButton(
        { action: (held ? paths.takeBackHolding : paths.reviewHolding)(nouns), sending },
        {
          text: held ? 'It was not held after all' : state === 'on' ? 'End the meeting' : 'It was held',
          ...secondary,
        },
      )
    }
    ${button({ text: 'Change the meeting', href: paths.editReview(nouns), ...secondary })}
    ${!held && button({ text: 'Cancel the meeting', href: paths.reviewCancellation(nouns), ...secondary })}
  </div>`
}
