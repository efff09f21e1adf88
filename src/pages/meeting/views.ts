import { time } from '../../platform/face/dates.ts'
import { classes, element } from '../../platform/face/element.ts'
import { html, type Html, type Part } from '../../platform/face/html.ts'
import { tag } from '../../platform/face/tag.ts'
import { counted } from '../../platform/text/english.ts'
import { boxAt, type Box } from '../../after/reviews/rules/boxes.ts'
import type { MeetingState } from '../../after/reviews/rules/state.ts'
import type { AgendaItem } from './agenda.ts'

export interface AgendaGroup {
  title: string
  items: AgendaItem[]
}

interface ShownAgenda {
  groups: readonly AgendaGroup[]
  /** The time of each part, by its title; none where it is not said. */
  boxes: readonly Box[]
  /** How many questions have been put to the meeting itself. */
  questions: number
  state: MeetingState
  /** True for those who note who is there. */
  takesMinutes: boolean
  now: string
}

export const welcome = 'Welcome, and who is here'
export const questionsTitle = 'Questions to senior leaders'
export const closing = 'Who does what, said once more'

/** The open items of the meeting, each with its record and its time. Nothing is listed that is not open. */
export function agendaView(shown: ShownAgenda): Html {
  const { groups, state, boxes } = shown
  const open = groups.filter(({ items }) => items.length > 0)
  const timed = (state === 'coming' || state === 'on') && boxes.length > 0
  return html`<section class="app-minutes">
    <h2 class="nhsuk-heading-l nhsuk-u-margin-bottom-3" id="agenda">
      ${state === 'over' ? 'What was on the agenda' : 'Agenda'}
    </h2>
    ${
      open.length === 0 &&
      html`<p>Nothing is open: no pledge, ask, step or action waits for this meeting.</p>`
    }
    ${
      timed
        ? html`${element('ol', { class: 'app-agenda' }, timedParts(shown, open))}
            <p class="app-agenda__hint">
              The times are a suggestion: the meeting, shared by how much is open.
            </p>`
        : open.map(
            ({ title, items }) =>
              html`<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">${title}</h3>
                ${list(items)}`,
          )
    }
  </section>`
}

function timedParts(shown: ShownAgenda, open: AgendaGroup[]): Html[] {
  const { boxes, questions, state, now } = shown
  const on = state === 'on' ? boxAt(boxes, now) : undefined
  return boxes.map((box) => {
    const group = open.find(({ title }) => title === box.title)
    const inside: Part = group
      ? list(group.items)
      : box.title === welcome
        ? shown.takesMinutes && to('who', 'Note who is here')
        : box.title === questionsTitle && to('questions', counted(questions, 'question'))
    const past = state === 'on' && box.until <= now
    return element(
      'li',
      {
        class: classes(
          'app-agenda__part',
          box === on && 'app-agenda__part--now',
          past && 'app-agenda__part--past',
        ),
        'aria-current': box === on && 'step',
      },
      element('span', { class: 'app-agenda__at' }, time(box.from)),
      element(
        'div',
        {},
        element(
          'h3',
          { class: 'app-agenda__title' },
          box.title,
          box === on && html` ${tag({ text: 'Now', colour: 'yellow' })}`,
        ),
        inside,
      ),
    )
  })
}

const to = (id: string, words: string): Html =>
  html`<p class="nhsuk-u-margin-bottom-0"><a href="#${id}">${words}</a></p>`

const list = (items: AgendaItem[]): Html =>
  html`<ul class="nhsuk-list nhsuk-list--border">
    ${items.map(
      ({ team, text, href, note, overdue }) =>
        html`<li>
          ${team && html`<strong>${team}:</strong> `}<a href="${href}">${text}</a>${
            note && html` <span class="nhsuk-u-secondary-text-colour">${note}</span>`
          }${overdue && html` ${tag({ text: 'Overdue', colour: 'red' })}`}
        </li>`,
    )}
  </ul>`
