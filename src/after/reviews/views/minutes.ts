import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { classes, element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { tag } from '../../../platform/face/tag.ts'
import { capitalised } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { isMine } from '../rules/owner.ts'
import type { ActionRow, QuestionRow } from '../store/minutes.ts'
import { at, toWhomNames, type ShownMeeting } from './shown.ts'

const heading = (id: string, text: string): Html =>
  html`<h2 class="nhsuk-heading-l nhsuk-u-margin-bottom-3" id="${id}">${text}</h2>`

/** True for a part that holds something, or that the one who looks can fill; an empty one is not there in minutes. */
const isShown = ({ state, mayOrganise }: ShownMeeting, rows: readonly unknown[]) =>
  rows.length > 0 || mayOrganise || state !== 'over'

export function questionsPart(shown: ShownMeeting): Html | false {
  const { questions: put, mayAsk, state } = shown
  if (put.length === 0 && !mayAsk && state === 'over') return false
  return html`<section class="app-minutes">
    ${heading('questions', 'Questions to senior leaders')}
    ${
      put.length === 0
        ? html`<p>No questions have been put yet.</p>`
        : summaryList({ rows: put.map((one) => questionRow(shown, one)) })
    }
    ${
      mayAsk &&
      state !== 'cancelled' &&
      button({
        text: 'Ask a question',
        href: paths.newQuestion(at(shown)),
        variant: 'secondary',
        small: true,
      })
    }
  </section>`
}

function questionRow({ network, meeting, teamName, mayAnswer }: ShownMeeting, one: QuestionRow) {
  const href = paths.answerQuestion({ network: network.id, review: meeting.id, question: one.id })
  return {
    key: { text: html`${teamName(one.team_id)} to ${toWhomNames(network)[one.to_whom]}` },
    value: html`<p><strong>${one.question}</strong></p>
      ${
        one.answer
          ? html`${prose(one.answer)}
              <p class="nhsuk-u-secondary-text-colour">Answered on ${day(dayOf(one.answered_at!))}</p>`
          : html`<p>No answer yet</p>`
      }`,
    ...(mayAnswer && {
      actions: [{ text: one.answer ? 'Change' : 'Answer', href, visuallyHiddenText: one.question }],
    }),
  }
}

/** The decisions of a meeting that is not over; of one that is, they are its headline. */
export function decisionsPart(shown: ShownMeeting): Html | false {
  const { decisions: rows, state } = shown
  if (state === 'over') return false
  if (rows.length === 0 && state === 'coming') return false
  return html`<section class="app-minutes">
    ${heading('decisions', 'Decisions')}
    ${
      rows.length === 0
        ? html`<p>No decisions have been recorded.</p>`
        : html`<ol class="app-decided app-decided--small">
            ${rows.map((one) => html`<li>${one.what}</li>`)}
          </ol>`
    }
  </section>`
}

export function actionsPart(shown: ShownMeeting, sending: FormToken): Html | false {
  const { actions: rows, me } = shown
  if (!isShown(shown, rows) || (rows.length === 0 && shown.state === 'coming')) return false
  const mine = (one: ActionRow) => isMine(one, me)
  const own = rows.filter((one) => mine(one) && !one.completed_at)
  return html`<section class="app-minutes">
    ${heading('actions', 'Actions')}
    ${own.length > 0 && html`<p><strong>${own.length}</strong> of these ${own.length === 1 ? 'is' : 'are'} yours.</p>`}
    ${
      rows.length === 0
        ? html`<p>No actions have been recorded.</p>`
        : element(
            'ul',
            { class: 'app-to-do' },
            rows
              .toSorted((a, b) => Number(mine(b)) - Number(mine(a)))
              .map((one) => actionRow(shown, one, sending)),
          )
    }
  </section>`
}

function actionRow(
  { network, insider, mayAnswer, me, now }: ShownMeeting,
  one: ActionRow,
  sending: FormToken,
) {
  const done = one.completed_at !== null
  const overdue = !done && one.due_on !== null && one.due_on < dayOf(now)
  const nouns = { network: network.id, review: one.review_id, action: one.id }
  const notes = [insider && one.owner, one.due_on && `by ${day(one.due_on)}`].filter(Boolean).join(', ')
  return element(
    'li',
    { class: classes('app-to-do__one', done && 'app-to-do__one--done') },
    html`<p class="app-to-do__what">${one.what}</p>
      <p class="app-to-do__who">
        ${
          done
            ? tag({ text: 'Done', colour: 'green' })
            : overdue
              ? tag({ text: 'Overdue', colour: 'red' })
              : tag({ text: 'To do', colour: 'blue' })
        }
        ${!done && isMine(one, me) && tag({ text: 'Yours', colour: 'purple' })} ${capitalised(notes)}
      </p>
      ${
        mayAnswer &&
        postingButton(
          { action: (done ? paths.reopenAction : paths.actionCompletion)(nouns), sending },
          {
            text: html`${done ? 'Not done after all' : 'Mark as done'}
              <span class="nhsuk-u-visually-hidden">${one.what}</span>`,
            variant: 'secondary',
            small: true,
          },
        )
      }`,
  )
}

export function notesPart(shown: ShownMeeting): Html | false {
  const { meeting, insider, mayOrganise, state } = shown
  if (!insider || (!meeting.notes && (!mayOrganise || state !== 'on'))) return false
  return html`<section class="app-minutes app-minutes--notes">
    ${heading('notes', 'Notes')}
    ${meeting.notes ? prose(meeting.notes) : html`<p>Nothing has been written down yet.</p>`}
    ${
      mayOrganise &&
      meeting.notes &&
      html`<p class="app-not-printed"><a href="${paths.editReview(at(shown))}#notes">Change the notes</a></p>`
    }
  </section>`
}
