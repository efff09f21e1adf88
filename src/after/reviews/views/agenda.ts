import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { Agenda } from '../rules/agenda.ts'
import type { NamedMeeting } from './meeting.ts'

interface Item {
  team: string
  text: string
  href: string
  note?: string | undefined
  overdue?: boolean
}

/** What the meeting has before it, each with its record. Nothing is listed that is not open. */
export function agendaPart(shown: NamedMeeting, agenda: Agenda): Html {
  const groups = [
    group('Actions from earlier meetings', actions(shown, agenda)),
    group('Asks sent to this meeting', asks(shown, agenda.sentAsks)),
    group('Asks without an answer, the oldest first', asks(shown, agenda.unansweredAsks)),
    group('Pledges past their day', pledges(shown, agenda.overduePledges, true)),
    group('Open pledges', pledges(shown, agenda.openPledges, false)),
    group('Steps of the plans due by the next meeting', steps(shown, agenda)),
    group('Questions still without an answer', earlier(shown, agenda)),
  ].filter((one) => one !== undefined)
  return html`<h2 class="nhsuk-heading-l" id="agenda">Agenda</h2>
    ${groups.length === 0 ? html`<p>Nothing is open: no pledge, ask, step or action waits for this meeting.</p>` : groups}`
}

function group(title: string, items: Item[]): Html | undefined {
  if (items.length === 0) return undefined
  return html`<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">${title}</h3>
    <ul class="nhsuk-list nhsuk-list--border">
      ${items.map(
        ({ team, text, href, note, overdue }) =>
          html`<li>
            ${team && html`<strong>${team}:</strong> `}<a href="${href}">${text}</a>${
              note && html` <span class="nhsuk-u-secondary-text-colour">${note}</span>`
            }${overdue && html` ${tag({ text: 'Overdue', colour: 'red' })}`}
          </li>`,
      )}
    </ul>`
}

const byDay = (on: string | null) => (on ? `by ${day(on)}` : undefined)

const pledges = (
  { network, teamName }: NamedMeeting,
  rows: Agenda['openPledges'],
  overdue: boolean,
): Item[] =>
  rows.map((pledge) => ({
    team: teamName(pledge.team_id),
    text: pledge.what ?? `Pledge of ${day(dayOf(pledge.made_at))} (its words were not recorded)`,
    href: paths.pledge({ network: network.id, event: pledge.event_id, pledge: pledge.id }),
    note: byDay(pledge.by_day),
    overdue,
  }))

const asks = ({ network, teamName }: NamedMeeting, rows: Agenda['sentAsks']): Item[] =>
  rows.map((ask) => ({
    team: teamName(ask.team_id),
    text: ask.what,
    href: paths.ask({ network: network.id, ask: ask.id }),
    note: `to ${ask.to_whom === 'board' ? network.board_name : network.qi_team_name}, asked on ${day(dayOf(ask.made_at))}`,
  }))

const steps = ({ network, teamName }: NamedMeeting, { steps: rows }: Agenda): Item[] =>
  rows.map((step) => ({
    team: teamName(step.team_id),
    text: step.what,
    href: paths.plan({ network: network.id, team: step.team_id }),
    note: byDay(step.due_on),
    overdue: step.overdue,
  }))

const actions = ({ network, insider }: NamedMeeting, { actions: rows }: Agenda): Item[] =>
  rows.map((action) => ({
    team: '',
    text: action.what,
    href: `${paths.review({ network: network.id, review: action.review_id })}#actions`,
    note: [insider && action.owner, byDay(action.due_on)].filter(Boolean).join(', '),
  }))

const earlier = ({ network, teamName }: NamedMeeting, { earlierQuestions }: Agenda): Item[] =>
  earlierQuestions.map((asked) => ({
    team: teamName(asked.team_id),
    text: asked.question,
    href: `${paths.review({ network: network.id, review: asked.review_id })}#questions`,
    note: `asked on ${day(dayOf(asked.asked_at))}`,
  }))
