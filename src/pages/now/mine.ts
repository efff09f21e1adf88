import { dayState } from '../../before/events/rules.ts'
import { attendeeOf } from '../../before/sign-ups/store.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { turnoutInWords } from '../../day/ballots/rules/turnout.ts'
import { newSecret } from '../../day/ballots/commands/casting.ts'
import { votedAmong } from '../../day/ballots/store/votes.ts'
import { votingOf, type Voting } from '../../day/ballots/store/voting.ts'
import { votePart } from '../../day/ballots/views/voting.ts'
import { hasAnswered } from '../../day/feedback/store/answers.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { reflectionsOf } from '../../day/reflections/store.ts'
import { placesOf } from '../../day/rooms/store/places.ts'
import { roomsOf } from '../../day/rooms/store/rooms.ts'
import type { Actor } from '../../platform/store/actor.ts'
import type { Db } from '../../platform/store/database.ts'
import { button } from '../../platform/face/button.ts'
import type { Sending } from '../../platform/face/posting.ts'
import { emptyForm } from '../../platform/http/form.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from './day.ts'

/** What one attendee has done and has to do. */
export interface Mine {
  team: { id: string; name: string } | undefined
  ideas: { id: string; title: string; own: boolean; reflected: boolean }[]
  voted: boolean
  /** The ballot as this attendee votes in it, while it is open. */
  voting: Voting | undefined
  pledges: { id: string; what: string | null }[]
  room: { id: string; theme: string; place: string | null } | undefined
  /** Has told how the day was. */
  gaveFeedback: boolean
}

export async function mineOf(db: Db, day: TheDay, actor: Actor): Promise<Mine | undefined> {
  const { network, event } = day.at
  const attendee = await attendeeOf(db, actor, network, event)
  if (!attendee) return undefined
  const team = (await teamsOf(db, network)).find(({ id }) => id === attendee.team_id)
  const written = (await reflectionsOf(db, network, event)).filter((one) => one.team_id === team?.id)
  const place = (await placesOf(db, network, event)).find((one) => one.attendee_id === attendee.id)
  const ballot = day.ballot?.ballot ?? day.items.find((item) => item.ballot_id)?.ballot_id
  const voter = day.ballot?.method === 'team' ? (team?.id ?? '') : attendee.id
  return {
    team,
    ideas: (await ideasOf(db, network)).map(({ id, title, team_id }) => ({
      id,
      title,
      own: team_id === team?.id,
      reflected: written.some((one) => one.idea_id === id),
    })),
    voted: ballot ? (await votedAmong(db, network, ballot, [voter])).size > 0 : false,
    voting:
      day.ballot?.state === 'open'
        ? await votingOf(db, actor, { ...day.at, ballot: day.ballot.ballot })
        : undefined,
    pledges: (await pledgesAt(db, network, event)).filter(
      (one) => one.team_id === team?.id && !one.released_at,
    ),
    room: (await roomsOf(db, network, event)).find(({ id }) => id === place?.room_id),
    gaveFeedback: await hasAnswered(db, network, event, attendee.id),
  }
}

const next = (text: string, href: string) => button({ text, href })

function toVote({ ballot, at }: TheDay, { voting }: Mine, sending: Sending): Html {
  if (!ballot) return html`<p>The vote has not been prepared yet. Wait for the organiser.</p>`
  const nouns = { ...at, ballot: ballot.ballot }
  if (ballot.state === 'made') return html`<p>Voting opens in a moment.</p>`
  if (ballot.state === 'open')
    return voting
      ? html`${votePart({ voting, secret: newSecret(), form: emptyForm(), sending })}
        ${voting.voted && html`<p>${turnoutInWords(ballot)}.</p>`}`
      : html`<p>You have no vote in this ballot. See <a href="${paths.ballot(nouns)}">how it stands</a>.</p>`
  return ballot.state === 'closed'
    ? html`<p>Voting has closed. The result is coming.</p>`
    : next('See the result', paths.ballot(nouns))
}

function toReflect({ at }: TheDay, { ideas }: Mine): Html {
  if (ideas.length === 0) return html`<p>There are no change ideas to reflect on yet.</p>`
  const rows = ideas
    .filter(({ own }) => !own)
    .map(
      ({ id, title, reflected }) =>
        html`<li>
          <a href="${paths.reflection({ ...at, idea: id })}">${title}</a
          >${reflected && ' – your team has written'}
        </li>`,
    )
  return html`<p>Choose an idea. What would your team keep, change and leave out?</p>
    <ul class="nhsuk-list nhsuk-list--border app-tap">
      ${rows}
    </ul>`
}

function toPledge({ at }: TheDay, { pledges, team }: Mine): Html {
  if (pledges.length === 0)
    return next(team ? `Make the pledge of ${team.name}` : 'Make a pledge', paths.newPledge(at))
  return html`${pledges.map(
    ({ id, what }) =>
      html`${insetText({ content: what ?? 'Your team has made a pledge.' })}
        <p>
          <a href="${paths.pledge({ ...at, pledge: id })}">Open the pledge, or ask for what it needs</a>
        </p>`,
  )}`
}

function toRoom({ at }: TheDay, { room }: Mine): Html {
  if (!room) return next('Choose a room', paths.rooms(at))
  return html`${insetText({ content: `Your room: ${room.theme}${room.place ? `, ${room.place}` : ''}` })}
  ${next('Open your room', paths.room({ ...at, room: room.id }))}`
}

/** To the form while it is open, also when the programme is over: many answer on the way home. */
function toTell({ at, feedback }: TheDay, { gaveFeedback }: Mine): Html | undefined {
  if (gaveFeedback || feedback.state !== 'open') return undefined
  return next('Tell us how it was', paths.feedback(at))
}

function toDo(day: TheDay, mine: Mine, sending: Sending): Html | undefined {
  const { on } = day.standing
  if (on?.kind === 'ballot') return toVote(day, mine, sending)
  if (on?.kind === 'reflection') return toReflect(day, mine)
  if (on?.kind === 'pledges') return toPledge(day, mine)
  if (on?.kind === 'rooms') return toRoom(day, mine)
  if (on?.kind === 'feedback' || !on) return toTell(day, mine)
  if (on?.kind === 'idea' && on.idea_id && !mine.ideas.some(({ id, own }) => own && id === on.idea_id))
    return next('Write what your team thinks of it', paths.reflection({ ...day.at, idea: on.idea_id }))
  return undefined
}

const counted = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`

function done({ ideas, voted, pledges, room, team, gaveFeedback }: Mine): Html | undefined {
  const written = ideas.filter(({ reflected }) => reflected).length
  const list = [
    written > 0 && `Your team has reflected on ${counted(written, 'idea')}`,
    voted && 'You have voted',
    pledges.length > 0 && `${team?.name ?? 'Your team'} has made ${counted(pledges.length, 'pledge')}`,
    room && `You have a place in a room: ${room.theme}`,
    gaveFeedback && 'You have told us how it was',
  ].filter((one) => one !== false && one !== undefined)
  if (list.length === 0) return undefined
  return html`<h2 class="nhsuk-heading-s">What you have done</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${list.map((one) => html`<li>${one}</li>`)}
    </ul>`
}

/** The part of Now that is one attendee's own. */
export function minePart(day: TheDay, mine: Mine | undefined, sending: Sending): Html {
  if (dayState(day.event, day.now) === 'past') return mine ? html`${toTell(day, mine)} ${done(mine)}` : html``
  if (!mine)
    return html`<p>To take part, come in with the code on the screen, or with the link in your e-mail.</p>
      ${next('Join the day', paths.join({}))}
      <p>Not signed up yet? <a href="${paths.signUp(day.at)}">Sign up</a></p>`
  return html`${toDo(day, mine, sending)} ${done(mine)}`
}
