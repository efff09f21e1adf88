import { dayState } from '../../before/events/rules.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { arrivalButton } from '../../before/sign-ups/views/arriving.ts'
import { autoSubmittedForm, type FormToken } from '../../platform/face/command-form.ts'
import { paths } from '../../paths.ts'
import type { TheDay } from './day.ts'
import { stampOfHeld } from './everybody.ts'
import type { Mine } from './mine.ts'
import { toTell } from './parts.ts'
import { stamped, toDo } from './todo.ts'
import { withVotes } from './voting.ts'
import { counted } from '../../platform/text/english.ts'

/** One thing that was done, with a way to see or change it; read aloud, the way says what it leads to. */
const line = (what: string, href?: string, way = 'Change', of = what): Html =>
  html`<li>
    ${what} ${href && html`<a href="${href}">${way}<span class="nhsuk-u-visually-hidden">: ${of}</span></a>`}
  </li>`

function reflected({ at }: TheDay, { ideas }: Mine): Html | false {
  const written = ideas.filter((one) => one.reflected)
  if (written.length === 0) return false
  const [only] = written
  const href = written.length === 1 ? paths.reflection({ ...at, idea: only!.id }) : paths.reflections(at)
  return line(`Your team has reflected on ${counted(written.length, 'idea')}`, href)
}

/** No other vote that it could be taken for. */
const isOnlyVote = (ballot: string, onNow: string | undefined, { voted, voting, toGive }: Mine): boolean =>
  voted.length === 1 &&
  toGive.length === 0 &&
  [onNow, voting?.ballot].every((other) => other === undefined || other === ballot)

const voted = ({ at, ballot: onNow }: TheDay, mine: Mine, votes: Mine['voted']): Html[] =>
  votes.map(({ ballot, question, open, byLead, here }) => {
    const who = byLead ? `Your lead has voted for ${mine.team?.name ?? 'your team'}` : 'You have voted'
    const said = isOnlyVote(ballot, onNow?.ballot, mine) ? who : `${who}: ${question}`
    // The receipt of the lead is for the lead alone.
    if (byLead) return line(said)
    // Another device, or paper, is where it can be changed.
    const way = here
      ? open
        ? 'See your receipt, or change it'
        : 'See your receipt'
      : 'Check that it is counted'
    return line(said, paths.voteDone({ ...at, ballot }), way, question)
  })

/** The team's choice by vote, for those who wait for its lead to confirm it. */
const chosen = ({ led, toConfirm }: Mine): Html[] =>
  led
    ? []
    : toConfirm
        .filter((one) => one.idea)
        .map(({ teamName, idea }) =>
          line(`${teamName} chose “${idea!.title}” by vote, to be confirmed by its lead`),
        )

/** Choices for a lead to confirm, whatever is on. */
const toConfirm = ({ at }: TheDay, { led, toConfirm: open }: Mine): Html[] =>
  led
    ? open.map(({ ballot, question, team, teamName, idea }) =>
        insetText({
          content: html`${open.length > 1 && html`<p><strong>${question}</strong></p>`}
            <p>
              ${
                idea
                  ? `${teamName} chose “${idea.title}” by vote. You confirm it as its lead.`
                  : `The vote does not say what ${teamName} chose. Choose together, and confirm it as its lead.`
              }
            </p>
            ${button({
              text: html`Confirm what ${teamName}
              chose${open.length > 1 && html`<span class="nhsuk-u-visually-hidden">: ${question}</span>`}`,
              href: paths.teamChoice({ ...at, ballot, team }),
              variant: 'secondary',
            })}`,
        }),
      )
    : []

const pledged = ({ at }: TheDay, { pledges, team }: Mine): Html[] =>
  pledges.map(({ id, what }) =>
    line(
      `${team?.name ?? 'Your team'} has made a pledge`,
      paths.pledge({ ...at, pledge: id }),
      'Change',
      what ?? '',
    ),
  )

const ticked = (title: string, list: (Html | false | undefined)[]): Html | undefined => {
  const some = list.filter((one) => one !== false && one !== undefined)
  return some.length > 0
    ? html`<h2 class="nhsuk-heading-s app-done">${title}</h2>
        <ul class="nhsuk-list app-ticked">
          ${some}
        </ul>`
    : undefined
}

/** Things that an attendee has done, and those of their team, with the way to change each while that is possible. */
function done(day: TheDay, mine: Mine): Html {
  // The vote that is on stands above.
  const others = mine.voted.filter(({ ballot, here }) => !(here && ballot === mine.voting?.ballot))
  const own = others.filter(({ byTeam }) => !byTeam)
  const ofTeam = others.filter(({ byTeam }) => byTeam)
  return html`${ticked('What you have done', [
    ...voted(day, mine, own),
    mine.room && line(`You have a place in a room: ${mine.room.theme}`, paths.rooms(day.at)),
    mine.gaveFeedback && line('You have told us how it was'),
  ])}
  ${ticked(`What ${mine.team?.name ?? 'your team'} has done`, [
    reflected(day, mine),
    ...voted(day, mine, ofTeam),
    ...chosen(mine),
    ...pledged(day, mine),
  ])}`
}

const stranger = ({ at }: TheDay): Html =>
  html`<p>To take part, come in with the code on the screen, or with the link in your e-mail.</p>
    ${button({ text: 'Join the day', href: paths.join({}) })}
    <p>Not signed up yet? <a href="${paths.signUp(at)}">Sign up</a></p>`

/** A vote that was given stays, and so does the way to its receipt, on the page of the vote. */
const whoCancelled = ({ at }: TheDay): Html =>
  html`<p>Your sign-up is cancelled. A vote that you gave before that is counted as it is.</p>
    <p>
      If it was a mistake, <a href="${paths.mySignUp(at)}">sign up again</a> or ask an organiser to undo it.
    </p>`

/** An organiser is to let them vote, which no stream tells. */
const waitsToVote = ({ voting, toGive }: Mine): boolean =>
  (voting?.late === true && !voting.voted) || toGive.some(({ late }) => late)

/** People who open this page on the day have come, and are given a place where others have theirs. */
function comes({ at }: TheDay, { toArrive, toPlace }: Mine, sending: FormToken): Html | undefined {
  if (toPlace) return autoSubmittedForm({ action: paths.myRoom(at), sending, renews: true }, 'I am here')
  return toArrive ? arrivalButton(at, sending) : undefined
}

/** The part of Now that is one attendee's own. */
export function minePart(day: TheDay, mine: Mine | 'cancelled' | undefined, sending: FormToken): Html {
  const off = day.event.cancelled_at !== null
  const past = off || dayState(day.event, day.now) === 'past'
  if (!mine || mine === 'cancelled')
    return html`<div data-todo data-stamps="${stamped({ held: stampOfHeld(day) })}">
      ${!past && (mine ? whoCancelled(day) : stranger(day))}
    </div>`
  return html`<div
      id="to-do"
      data-todo
      data-stamps="${stamped(mine.stamps)}"
      data-team="${mine.team?.id ?? ''}"
      data-waits="${waitsToVote(mine) ? 'true' : ''}"
    >
      ${past ? !off && withVotes(day, mine, sending, toTell(day, mine)) : toDo(day, mine, sending)}
    </div>
    ${!off && comes(day, mine, sending)} ${toConfirm(day, mine)} ${done(day, mine)}`
}
