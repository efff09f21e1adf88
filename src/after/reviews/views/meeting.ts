import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { between, day, dayOf, weekdayAndDay } from '../../../platform/face/dates.ts'
import { html, safeHref, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { ReviewRow } from '../store/meetings.ts'
import type { ActionRow, AttendanceRow, DecisionRow, QuestionRow } from '../store/minutes.ts'
import { statusOf } from './list.ts'

export interface NamedMeeting {
  network: NetworkRow
  meeting: ReviewRow
  teamName(id: string | null): string
  /** Names are shown to those who have a role in the network. */
  insider: boolean
}

export interface ShownMeeting extends NamedMeeting {
  /** The agenda of the meeting. */
  agenda: Html
  questions: QuestionRow[]
  decisions: DecisionRow[]
  actions: ActionRow[]
  attendance: AttendanceRow[]
  mayOrganise: boolean
  mayAsk: boolean
  mayAnswer: boolean
  now: string
}

export function meetingPage(shown: ShownMeeting, sending: FormToken): Html {
  const { meeting } = shown
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${shown.network.name}</span>
      Six-weekly meeting
    </h1>
    ${about(shown)} ${shown.mayOrganise && !meeting.cancelled_at && organising(shown, sending)}
    ${shown.agenda} ${questions(shown)} ${decisions(shown)} ${actions(shown, sending)}
    ${
      shown.insider &&
      meeting.notes &&
      html`<h2 class="nhsuk-heading-l">Notes</h2>
        ${prose(meeting.notes)}`
    }`
}

function about({ meeting, insider, attendance, teamName, network }: ShownMeeting): Html {
  const link = insider && meeting.link ? safeHref(meeting.link) : undefined
  return summaryList({
    rows: [
      { key: 'Day', value: weekdayAndDay(meeting.on_day) },
      { key: 'Time', value: between(meeting.starts_at, meeting.ends_at) },
      meeting.place ? { key: 'Place', value: meeting.place } : undefined,
      link ? { key: 'Video call', value: html`<a href="${link}">Join the video call</a>` } : undefined,
      { key: 'Status', value: statusOf(meeting) },
      insider && attendance.length > 0
        ? { key: 'Who came', value: whoCame(attendance, teamName, network) }
        : undefined,
    ],
  })
}

export const partNames = (network: NetworkRow): Record<Exclude<AttendanceRow['part'], 'team'>, string> => ({
  senior_leader: 'Senior leaders',
  board: network.board_name,
  qi_team: network.qi_team_name,
})

function whoCame(rows: AttendanceRow[], teamName: (id: string | null) => string, network: NetworkRow): Html {
  const named = (row: AttendanceRow) =>
    row.part === 'team' ? teamName(row.team_id) : partNames(network)[row.part]
  return html`<ul class="nhsuk-list nhsuk-u-margin-bottom-0">
    ${rows.map(
      (row) =>
        html`<li>${named(row)}${row.present ? row.name && html`: ${row.name}` : html` (not there)`}</li>`,
    )}
  </ul>`
}

function organising({ network, meeting, now }: ShownMeeting, sending: FormToken): Html {
  const nouns = { network: network.id, review: meeting.id }
  const held = meeting.held_at !== null
  const secondary = { variant: 'secondary' as const }
  return html`<div class="nhsuk-button-group">
    ${
      meeting.starts_at <= now &&
      postingButton(
        { action: (held ? paths.takeBackHolding : paths.reviewHolding)(nouns), sending },
        { text: held ? 'It was not held after all' : 'It was held', ...(held && secondary) },
      )
    }
    ${button({ text: 'Record who came', href: paths.attendance(nouns), ...secondary })}
    ${button({ text: 'Change the meeting', href: paths.editReview(nouns), ...secondary })}
    ${!held && button({ text: 'Cancel the meeting', href: paths.reviewCancellation(nouns), ...secondary })}
  </div>`
}

export const toWhomNames = (network: NetworkRow): Record<QuestionRow['to_whom'], string> => ({
  senior_leaders: 'senior leaders',
  board: network.board_name,
  qi_team: network.qi_team_name,
})

function questions(shown: ShownMeeting): Html {
  const { network, meeting, questions: put, mayAsk } = shown
  const nouns = { network: network.id, review: meeting.id }
  return html`<h2 class="nhsuk-heading-l" id="questions">Questions to senior leaders</h2>
    ${
      put.length === 0
        ? html`<p>No questions have been put yet.</p>`
        : summaryList({ rows: put.map((one) => questionRow(shown, one)) })
    }
    ${mayAsk && !meeting.cancelled_at && button({ text: 'Ask a question', href: paths.newQuestion(nouns), variant: 'secondary' })}`
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

function decisions({ network, meeting, decisions: rows, mayOrganise }: ShownMeeting): Html {
  const href = paths.newDecision({ network: network.id, review: meeting.id })
  return html`<h2 class="nhsuk-heading-l" id="decisions">Decisions</h2>
    ${
      rows.length === 0
        ? html`<p>No decisions have been recorded.</p>`
        : html`<ul class="nhsuk-list nhsuk-list--bullet">
            ${rows.map((one) => html`<li>${one.what}</li>`)}
          </ul>`
    }
    ${mayOrganise && !meeting.cancelled_at && button({ text: 'Record a decision', href, variant: 'secondary' })}`
}

function actions(shown: ShownMeeting, sending: FormToken): Html {
  const { network, meeting, actions: rows, mayOrganise } = shown
  const href = paths.newAction({ network: network.id, review: meeting.id })
  return html`<h2 class="nhsuk-heading-l" id="actions">Actions</h2>
    ${
      rows.length === 0
        ? html`<p>No actions have been recorded.</p>`
        : summaryList({ rows: rows.map((one) => actionRow(shown, one, sending)) })
    }
    ${mayOrganise && !meeting.cancelled_at && button({ text: 'Add an action', href, variant: 'secondary' })}`
}

function actionRow({ network, insider, mayAnswer, now }: ShownMeeting, one: ActionRow, sending: FormToken) {
  const done = one.completed_at !== null
  const overdue = !done && one.due_on !== null && one.due_on < dayOf(now)
  const nouns = { network: network.id, review: one.review_id, action: one.id }
  const notes = [insider && one.owner, one.due_on && `by ${day(one.due_on)}`].filter(Boolean).join(', ')
  return {
    key: done
      ? tag({ text: 'Done', colour: 'green' })
      : overdue
        ? tag({ text: 'Overdue', colour: 'red' })
        : tag({ text: 'To do', colour: 'blue' }),
    value: html`<p class="nhsuk-u-margin-bottom-1">${one.what}</p>
      ${notes && html`<p class="nhsuk-u-secondary-text-colour nhsuk-u-margin-bottom-1">${notes}</p>`}
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
  }
}
