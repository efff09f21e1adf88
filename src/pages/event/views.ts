import { renderSVG } from 'uqr'
import { isNotRecorded, notRecorded, unrecordedThings, type Unrecorded } from '../../before/events/rules.ts'
import { resultHeadline } from '../../day/ballots/counting/views/headline.ts'
import { whatItIs } from '../../items.ts'
import { paths } from '../../paths.ts'
import { actionLink } from '../../platform/face/action-link.ts'
import { button } from '../../platform/face/button.ts'
import { between, time, weekdayAndDay } from '../../platform/face/dates.ts'
import { heading } from '../../platform/face/heading.ts'
import { html, trusted, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import type { FormToken } from '../../platform/face/command-form.ts'
import { prose } from '../../platform/face/prose.ts'
import { summaryList, type SummaryRow } from '../../platform/face/summary-list.ts'
import { table } from '../../platform/face/tables.ts'
import { unbroken } from '../../platform/face/text.ts'
import { more, organising } from './doors.ts'
import { nounsOf, type EventPage } from './shown.ts'
import { capitalised, counted } from '../../platform/text/english.ts'

/** The event for everybody; those who organise it find what is to do before, on and after the day first. */
export const eventView = (page: EventPage, sending: FormToken): Html =>
  html`${heading({ text: unbroken(page.name), size: 'xl', caption: page.network.name })} ${callToAction(page)}
    ${page.mayOrganise && organising(page, sending)}
    <div class="app-with-aside">
      <div>${voted(page)} ${programme(page)} ${ideas(page)}</div>
      <div>
        <section class="app-card">
          ${summaryList({ rows: facts(page) })} ${places(page)} ${invitation(page)}
        </section>
        ${aims(page)} ${signUps(page)} ${unknown(page)} ${!page.mayOrganise && more(page)}
      </div>
    </div>`

function callToAction(page: EventPage): Html {
  const nouns = nounsOf(page)
  if (page.row.cancelled_at)
    return insetText({ content: html`<p><strong>This event is cancelled.</strong></p>` })
  if (page.own) {
    return html`${insetText({
      content: html`<p>
        You are signed up${page.own.arrived && ' and have arrived'}.
        <a class="app-not-printed" href="${paths.mySignUp(nouns)}">See, change or cancel your sign-up</a>
      </p>`,
    })}
    ${page.state === 'today' && actionLink({ text: 'Follow the day', href: paths.now(nouns), classes: 'app-not-printed' })}`
  }
  if (page.state === 'past') {
    return html`<p class="nhsuk-body-l">
      This event is over. <a class="app-not-printed" href="${paths.report(nouns)}">Read what came of it</a>
    </p>`
  }
  if (page.refusal) return insetText({ content: page.refusal })
  if (page.full)
    return insetText({
      content: page.capacity === 1 ? 'The only place is taken.' : `All ${page.capacity} places are taken.`,
    })
  return html`${button({ text: 'Sign up', href: paths.signUp(nouns) })}
    <p class="app-not-printed"><a href="${paths.join({})}">I have signed up already and have a code</a></p>`
}

/** A fact of an event: what is known, "Not recorded" where it was and nobody wrote it down, or nothing to say yet. */
function fact(page: EventPage, key: string, value: Html | string | null, thing?: Unrecorded, yet?: string) {
  if (value !== null) return { key, value }
  if (thing && isNotRecorded(page.row, thing)) return { key, value: notRecorded }
  return yet && page.state !== 'past' ? { key, value: yet } : undefined
}

function facts(page: EventPage): (SummaryRow | undefined)[] {
  const { row, startsAt, endsAt, link } = page
  const times = startsAt ? (endsAt ? between(startsAt, endsAt) : `From ${time(startsAt)}`) : null
  const seats = page.capacity === null ? null : placesLeft(page.capacity, page.signUps.total ?? 0)
  return [
    { key: 'Date', value: weekdayAndDay(page.on) },
    fact(page, 'Time', times, 'times', 'To be confirmed'),
    fact(page, 'Place', page.place && prose(page.place), 'place', link ? undefined : 'To be confirmed'),
    fact(page, 'Meeting link', link && html`<a href="${link}" rel="noreferrer">${link}</a>`),
    page.state !== 'past' ? fact(page, 'How many can come', seats) : undefined,
    // Attendance is another thing than sign-up, and may not be known.
    fact(page, isNotRecorded(row, 'arrivals') ? 'Who signed up' : 'Who came', row.attended_by),
    fact(page, 'Told in', row.told_in),
  ]
}

const placesLeft = (capacity: number, taken: number) =>
  `${capacity}, with ${placesFree(Math.max(0, capacity - taken))}`

const placesFree = (free: number) =>
  free === 0 ? 'no place free' : free === 1 ? '1 place still free' : `${free} places still free`

const aims = ({ aims: list }: EventPage) =>
  list.length > 0 &&
  html`<section class="app-card">
    <h2 class="nhsuk-heading-m">${list.length === 1 ? 'Aim' : 'Aims'}</h2>
    <ul class="nhsuk-list nhsuk-list--bullet">
      ${list.map((aim) => html`<li>${aim}</li>`)}
    </ul>
  </section>`

/** The result of the vote in short, with the way to all of it. */
const voted = ({ result, ...page }: EventPage): Html | false =>
  result?.result !== undefined &&
  html`<h2 class="nhsuk-heading-m">What the vote said</h2>
    ${resultHeadline(
      result,
      html`<a
        class="app-not-printed"
        href="${paths.ballot({ ...nounsOf({ result, ...page }), ballot: result.ballot })}"
        >See the whole result</a
      >`,
    )}`

function programme(page: EventPage) {
  const { programme: items } = page
  const title = html`<h2 class="nhsuk-heading-m" id="programme">Programme</h2>`
  if (items.length === 0) {
    const words = page.state === 'past' ? 'No programme was kept.' : 'The programme is still being made.'
    return html`${title}
      <p>${words}</p>`
  }
  if (page.line) return html`${title}${page.line}`
  const timed = items.some((item) => item.plannedAt)
  const lasting = items.some((item) => item.minutes !== null)
  return html`${title}${table({
    head: [timed && 'Time', 'What', lasting && { text: 'Minutes', format: 'numeric' as const }],
    firstCellIsHeader: timed,
    rows: items.map((item) => [
      timed && { text: item.plannedAt ? time(item.plannedAt) : '', classes: 'nhsuk-u-nowrap' },
      html`<span>${item.title}</span>${
          item.kind !== 'talk' &&
          item.title !== whatItIs(item) &&
          html`<br /><span class="nhsuk-u-secondary-text-colour">${whatItIs(item)}</span>`
        }`,
      lasting && { text: item.minutes === null ? '' : String(item.minutes), format: 'numeric' as const },
    ]),
  })}`
}

const ideas = ({ ideas: list, network, state }: EventPage) =>
  list.length > 0 &&
  html`<h2 class="nhsuk-heading-m">Change ideas ${state === 'past' ? 'shown' : 'to be shown'}</h2>
    <ul class="app-cards">
      ${list.map(
        (one) =>
          html`<li class="app-card">
            <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a class="nhsuk-link" href="${paths.idea({ network: network.id, idea: one.id })}"
                >${one.title}</a
              >
            </h3>
            <p class="nhsuk-u-secondary-text-colour">${one.team}</p>
          </li>`,
      )}
    </ul>`

/** The places that are taken, as a bar; its words are among the facts. */
function places({ capacity, state, signUps: { total } }: EventPage): Html | undefined {
  if (capacity === null || state === 'past') return undefined
  const taken = Math.min(1, (total ?? 0) / capacity)
  return html`<svg
    class="app-places"
    viewBox="0 0 100 4"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="app-places__all" width="100" height="4" />
    <rect class="app-places__taken" width="${Math.round(taken * 1000) / 10}" height="4" />
  </svg>`
}

/** The address that others are given, as a picture for a phone, too. */
function invitation({ state, signUpIsOpen, address }: EventPage): Html | undefined {
  if (state === 'past' || !signUpIsOpen || !address) return undefined
  return html`<div class="app-invitation app-not-printed">
    <div>${trusted(renderSVG(address, { border: 2, ecc: 'L' }))}</div>
    <div>
      <p>Show it to a colleague, or send <a class="app-address" href="${address}">${address}</a>.</p>
      <button
        class="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        type="button"
        data-copy="${address}"
        hidden
      >
        Copy the link
      </button>
    </div>
  </div>`
}

function signUps(page: EventPage): Html | false {
  const inside = whoSignedUp(page)
  return inside && html`<section class="app-card">${inside}</section>`
}

function whoSignedUp(page: EventPage) {
  const { total, teams } = page.signUps
  const title = html`<h2 class="nhsuk-heading-m">Who has signed up</h2>`
  if (total === null || (total === 0 && page.state === 'past')) {
    return (
      isNotRecorded(page.row, 'people') &&
      html`${title}
        <p>${notRecorded}</p>`
    )
  }
  if (teams.length === 0) {
    if (total === 0)
      return html`${title}
        <p>Nobody has signed up yet.</p>`
    return html`${title}
      <p>${people(total)} signed up. Who they were is not recorded here.</p>`
  }
  return html`${title}${table({
    caption: `${people(total)} signed up, by ${page.network.team_noun}`,
    head: [capitalised(page.network.team_noun), { text: 'People', format: 'numeric' }],
    firstCellIsHeader: true,
    rows: teams.map((team) => [team.name, { text: String(team.people), format: 'numeric' as const }]),
  })}`
}

const people = (count: number) => counted(count, 'person', 'people')

const thingNames: Record<Unrecorded, string> = {
  place: 'where it was held, or whether it was online',
  times: 'at what times',
  arrivals: 'who of those who signed up came',
  people: 'who signed up',
  votes: 'how anyone voted',
  pledges: 'what was pledged',
  asks: 'what support was asked for',
  answers: 'what was answered',
  notes: 'what was said in the rooms',
  rooms: 'which room had which theme',
  meetings: 'the meetings before and after',
  plans: 'the plans that were made of the pledges',
}

function unknown(page: EventPage): Html | false {
  const gaps = unrecordedThings.filter((thing) => isNotRecorded(page.row, thing))
  return (
    gaps.length > 0 &&
    html`<section class="app-card">
      <h2 class="nhsuk-heading-m">${notRecorded}</h2>
      <p>Some of this day was not written down, and nothing is made up in its place:</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        ${gaps.map((thing) => html`<li>${thingNames[thing]}</li>`)}
      </ul>
    </section>`
  )
}
