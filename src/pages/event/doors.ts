import type { AtEvent } from '../../before/events/rules.ts'
import { paths } from '../../paths.ts'
import { postingButton, type FormToken } from '../../platform/face/command-form.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { eventParts, partNow } from './parts.ts'
import { whenOf, type Step, type When } from './preparing.ts'
import { nounsOf, type EventPage } from './shown.ts'

const onTheDay = (page: EventPage, nouns: AtEvent): (Html | false)[] => {
  const past = page.state === 'past'
  return [
    !past && html`<a href="${paths.now(nouns)}">Now: what to do at this moment</a>`,
    !past && html`<a href="${paths.screen(nouns)}">Screen for the room</a>`,
    html`<a href="${paths.ballots(nouns)}">Votes</a>`,
    html`<a href="${paths.rooms(nouns)}">Breakout rooms</a>`,
  ]
}

const afterwards = (nouns: AtEvent): Html[] => [
  html`<a href="${paths.pledges(nouns)}">Pledges</a>`,
  html`<a href="${paths.feedbackResults(nouns)}">How people found the day</a>`,
  html`<a href="${paths.report(nouns)}">News post</a>`,
]

const linksOf = (links: readonly (Html | false)[]): Html =>
  html`<ul class="nhsuk-list">
    ${links.filter((one) => one !== false).map((one) => html`<li>${one}</li>`)}
  </ul>`

export function more(page: EventPage): Html {
  const nouns = nounsOf(page)
  const calendar = html`<a href="${paths.eventCalendar(nouns)}">Put it into your calendar</a>`
  return html`<section class="app-card app-not-printed">
    <h2 class="nhsuk-heading-m">More of this event</h2>
    ${linksOf([...onTheDay(page, nouns), ...afterwards(nouns), page.state !== 'past' && calendar])}
  </section>`
}

const partTitles = { prepare: 'Prepare', day: 'Day', after: 'After' } as const

/** The things to do before, on and after the day; the part that it is time for stands out. */
export function organising(page: EventPage, sending: FormToken): Html {
  const now = partNow(page.state)
  const inside = {
    prepare: preparing(page, sending),
    day: running(page),
    after: linksOf(afterwards(nounsOf(page))),
  }
  return html`<div class="app-not-printed">
    <h2 class="nhsuk-u-visually-hidden">For organisers</h2>
    <div class="app-parts">
      ${eventParts.map(
        (part) =>
          html`<section
            class="app-card${part === now && ' app-parts__now'}"
            id="${part}"
            aria-labelledby="${part}-title"
          >
            <h3 class="nhsuk-heading-m" id="${part}-title">
              ${partTitles[part]}${part === now && html`<span class="nhsuk-u-visually-hidden"> (now)</span>`}
            </h3>
            ${inside[part]}
          </section>`,
      )}
    </div>
  </div>`
}

function running(page: EventPage): Html {
  const nouns = nounsOf(page)
  const desk = html`<a class="nhsuk-u-font-weight-bold" href="${paths.desk(nouns)}"
    >Run the day from the Desk</a
  >`
  return html`<p>
      Join code: <strong>${page.row.join_code}</strong>. It leads to
      <a href="${paths.joinEvent({ code: page.row.join_code })}">the way in</a>.
    </p>
    ${linksOf([page.state !== 'past' && desk, ...onTheDay(page, nouns)])}`
}

const whenPart = ({ words, late }: When): Html =>
  html`<span class="app-prepare__when${late && ' app-prepare__when--late'}">${words}</span>`

/** The things to do before the day, in their order. */
function steps(page: EventPage): (Step & { way: Html })[] {
  const nouns = nounsOf(page)
  const { network, ideas, programme, signUps, address, signUpIsOpen } = page
  return [
    {
      way: html`<a href="${paths.newIdea({ network: network.id })}"
        >Ask every ${network.team_noun} for its change idea</a
      >`,
      daysBefore: 56,
      done: ideas.length > 0,
    },
    {
      way: html`<a href="${paths.programme(nouns)}">Plan the programme</a>`,
      daysBefore: 42,
      done: programme.length > 0,
    },
    ...(signUpIsOpen
      ? [
          {
            way: html`<a href="${address}">Send the link to sign up</a>`,
            daysBefore: 35,
            done: (signUps.total ?? 0) > 0,
          },
        ]
      : []),
    {
      way: html`<a href="${paths.coverage(nouns)}"
        >See who is coming, by ${network.team_noun} and profession, and whom to ask</a
      >`,
      daysBefore: 14,
      done: undefined,
    },
    ...(network.kind === 'rehearsal'
      ? []
      : [
          {
            way: html`<a href="${paths.rehearse(nouns)}">Rehearse the day with people who are not real</a>`,
            daysBefore: 7,
            done: undefined,
          },
        ]),
  ]
}

function preparing(page: EventPage, sending: FormToken): Html {
  const nouns = nounsOf(page)
  const past = page.state === 'past'
  const rehearsal = html`<a href="${paths.rehearse(nouns)}">How the rehearsal goes, and clear it</a>`
  return html`${!past && page.runsPast && insetText({ content: html`<p>${page.runsPast}</p>` })}
  ${
    !past &&
    html`<ul class="nhsuk-list app-prepare">
      ${steps(page).map(
        ({ way, ...step }) => html`<li>${way} ${whenPart(whenOf(step, page.on, page.today))}</li>`,
      )}
    </ul>`
  }
  ${linksOf([
    past && html`<a href="${paths.programme(nouns)}">Programme</a>`,
    html`<a href="${paths.attendees(nouns)}">People who have signed up</a>`,
    past &&
      html`<a href="${paths.coverage(nouns)}">Who came, by ${page.network.team_noun} and profession</a>`,
    page.network.kind === 'rehearsal' && rehearsal,
    html`<a href="${paths.editEvent(nouns)}">Change the event</a>`,
    !past && !page.row.cancelled_at && html`<a href="${paths.cancelEvent(nouns)}">Cancel the event</a>`,
  ])}
  ${switching(page, sending)}`
}

function switching({ row, state, ...page }: EventPage, sending: FormToken): Html | false {
  const nouns = nounsOf({ row, state, ...page })
  if (row.cancelled_at)
    return postingButton(
      { action: paths.holdEvent(nouns), sending },
      { text: 'It takes place after all', variant: 'secondary' },
    )
  if (state === 'past') return false
  return row.sign_up_closed_at === null
    ? postingButton(
        { action: paths.signUpClosure(nouns), sending },
        { text: 'Close sign-up', variant: 'secondary' },
      )
    : postingButton(
        { action: paths.signUpOpening(nouns), sending },
        { text: 'Open sign-up', variant: 'secondary' },
      )
}
