import { fromNow } from '../../before/events/rules.ts'
import { roomTimer } from '../../day/rooms/views/timer.ts'
import type { ItemKind } from '../../items.ts'
import { button } from '../../platform/face/button.ts'
import { html, trusted, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { mark } from '../../platform/face/mark.ts'
import { paths } from '../../paths.ts'
import { served } from '../../served.ts'
import type { TheDay } from './day.ts'
import type { Mine } from './mine.ts'
import { next } from './next.ts'
import type { ShownPart } from './part.ts'
import { toVote, voteOfAll } from './voting.ts'

/** So many forms at most are fetched ahead. */
const mostAhead = 5

function toReflect({ at }: TheDay, { ideas }: Pick<Mine, 'ideas'>): Html {
  if (ideas.length === 0) return html`<p>There are no change ideas to reflect on yet.</p>`
  const others = ideas.filter(({ own }) => !own)
  const open = new Set(others.filter(({ reflected }) => !reflected).slice(0, mostAhead))
  return html`<p>Choose an idea. What would your team keep, change and leave out?</p>
    <ul class="nhsuk-list app-ideas">
      ${others.map((idea) => ideaCard({ ...idea, href: toReflection(at, idea.id), ahead: open.has(idea) }))}
    </ul>`
}

/** From Now, and back to it. */
const toReflection = (at: TheDay['at'], idea: string) => fromNow(paths.reflection({ ...at, idea }))

/** An idea as a card with its mark and whose it is, and a tick once the team has written. */
const ideaCard = (idea: Mine['ideas'][number] & { href: string; ahead: boolean }): Html =>
  html`<li class="${idea.reflected ? 'app-is-done' : ''}">
    <a href="${idea.href}" ${idea.ahead ? trusted('data-ahead') : ''}>${idea.title}</a>
    <span>${idea.team && `From ${idea.team}`}${idea.reflected && ' – your team has written'}</span>
    ${mark(idea.mark)}
  </li>`

function toPledge({ at }: TheDay, { pledges, team }: Mine): Html {
  if (pledges.length === 0)
    return next(team ? `Make the pledge of ${team.name}` : 'Make a pledge', fromNow(paths.newPledge(at)))
  return html`${pledges.map(
    ({ id, what }) =>
      html`${insetText({ content: what ?? 'Your team has made a pledge.' })}
        ${button({ text: 'Ask for what it needs', href: fromNow(paths.newAsk({ ...at, pledge: id })), variant: 'secondary' })}
        <p><a href="${paths.pledge({ ...at, pledge: id })}">Open the pledge</a></p>`,
  )}`
}

const noRooms = html`<p>There are no breakout rooms to choose from. Talk where you are.</p>`

function toRoom({ at }: TheDay, { room, hasRooms }: Mine): Html {
  if (!hasRooms) return noRooms
  if (!room) return button({ text: 'Choose a room', href: paths.rooms(at) })
  return html`${insetText({
    content: html`<p>Your room: <strong>${room.theme}</strong>${room.place && html`<br />${room.place}`}</p>`,
  })}
  ${room.timer_until && html`<p class="nhsuk-body-l nhsuk-u-font-weight-bold">${roomTimer(room)}</p>`}
  ${next('Open your room', paths.room({ ...at, room: room.id }))}`
}

/** To the form while it is open, also when the programme is over: many answer on the way home. */
export function toTell(
  { at, feedback }: TheDay,
  { gaveFeedback }: Pick<Mine, 'gaveFeedback'>,
): Html | undefined {
  if (gaveFeedback || feedback.state !== 'open') return undefined
  return next('Tell us how it was', fromNow(paths.feedback(at)))
}

const toReflectOn = ({ at }: TheDay, idea: string): Html =>
  html`<div data-jot="${idea}"></div>
    ${next('Write what your team thinks of it', toReflection(at, idea))}`

/** The parts on Now that are as old as it; other slices bring theirs. */
const own: readonly ShownPart[] = [
  { kind: 'ballot', toDo: toVote, toDoOfAll: voteOfAll },
  {
    kind: 'reflection',
    toDo: toReflect,
    toDoOfAll: (day, { ideas, teams, marks }) =>
      toReflect(day, {
        ideas: ideas.map(({ id, title, team_id }, at) => ({
          id,
          title,
          own: false,
          reflected: false,
          team: teams.find((one) => one.id === team_id)?.name ?? '',
          mark: marks.get(id) ?? at,
        })),
      }),
  },
  {
    kind: 'pledges',
    toDo: toPledge,
    toDoOfAll: ({ at }) => next('Make a pledge', fromNow(paths.newPledge(at))),
    besides: ({ at }) => html`<p><a href="${paths.pledges(at)}">See what others pledge</a></p>`,
  },
  {
    kind: 'rooms',
    toDo: toRoom,
    toDoOfAll: ({ at }, { rooms }) =>
      rooms.length === 0 ? noRooms : button({ text: 'See the rooms', href: paths.rooms(at) }),
  },
  {
    kind: 'feedback',
    toDo: toTell,
    toDoOfAll: (day) => toTell(day, { gaveFeedback: false }),
  },
  {
    kind: 'idea',
    toDo(day, { ideas }) {
      const shown = day.standing.on!.idea_id
      const isOwn = ideas.some(({ id, own: ours }) => ours && id === shown)
      return shown && !isOwn ? toReflectOn(day, shown) : undefined
    },
    toDoOfAll(day) {
      const shown = day.standing.on!.idea_id
      return shown ? toReflectOn(day, shown) : undefined
    },
  },
]

const all = new Map(
  [...own, ...served.flatMap((slice) => slice.parts ?? [])].map((part) => [part.kind, part]),
)

/** The part on Now and the Screen for a kind of item; nothing where only its title is shown. */
export const shownPart = (kind: ItemKind): ShownPart | undefined => all.get(kind)
