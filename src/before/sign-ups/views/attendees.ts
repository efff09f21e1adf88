import { paths } from '../../../paths.ts'
import { backLink } from '../../../platform/face/back-link.ts'
import { button } from '../../../platform/face/button.ts'
import { dayAndTime } from '../../../platform/face/dates.ts'
import { heading } from '../../../platform/face/heading.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { pagination } from '../../../platform/face/pagination.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { select } from '../../../platform/face/select.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import type { FieldsOf, FormState } from '../../../platform/form/state.ts'
import type { EventRow } from '../../events/store.ts'
import type { NetworkRow, TeamRow } from '../../networks/store/networks.ts'
import { statuses, type Wanted } from '../rules.ts'
import type { AttendeeRow } from '../store.ts'
import { answerFields, livedExperienceField, type Asking, type AnswersForm } from './answers.ts'
import { capitalised } from '../../../platform/text/english.ts'
import type { correctAttendee } from '../commands/organising.ts'

const nounsOf = (event: EventRow) => ({ network: event.network_id, event: event.id })

export interface ListPage {
  network: NetworkRow
  event: EventRow
  teams: TeamRow[]
  wanted: Wanted
  shown: AttendeeRow[]
  /** The number that the filter lets through, and the number of all who have signed up. */
  found: number
  all: number
  arrived: number
  pages: number
}

const noun = ({ team_noun: word }: NetworkRow) => capitalised(word)

const statusOf = (row: AttendeeRow) =>
  row.cancelled_at
    ? tag({ text: 'Cancelled', colour: 'grey' })
    : row.arrived_at
      ? tag({ text: 'Arrived', colour: 'green' })
      : tag({ text: 'Signed up', colour: 'white', classes: 'nhsuk-u-nowrap' })

const filterForm = ({ event, teams, network, wanted }: ListPage): Html =>
  html`<form method="get" action="${paths.attendees(nounsOf(event))}">
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-one-third">
        ${input({ name: 'name', label: 'Name', value: wanted.name, autocomplete: 'off' })}
      </div>
      <div class="nhsuk-grid-column-one-third">
        ${select({
          name: 'team',
          label: noun(network),
          value: wanted.team,
          items: [
            { value: '', text: 'All' },
            ...teams.map((team) => ({ value: team.id, text: team.name })),
            { value: 'none', text: 'None of these' },
          ],
        })}
      </div>
      <div class="nhsuk-grid-column-one-third">
        ${select({
          name: 'status',
          label: 'Status',
          value: wanted.status,
          items: statuses.map(({ value, text }) => ({ value, text })),
        })}
      </div>
    </div>
    ${button({ text: 'Show', variant: 'secondary' })}
  </form>`

function pagesOf({ event, wanted, pages }: ListPage) {
  if (pages < 2) return undefined
  const to = (page: number) => {
    const { name, team, status } = wanted
    return `${paths.attendees(nounsOf(event))}?${new URLSearchParams({ name, team, status, page: String(page) })}`
  }
  return pagination({
    ...(wanted.page > 1 && { previous: { href: to(wanted.page - 1) } }),
    ...(wanted.page < pages && { next: { href: to(wanted.page + 1) } }),
  })
}

/** In a row of a table a button needs no room below. */
const flat = 'nhsuk-u-margin-bottom-0'

const arrivalButton = (row: AttendeeRow, event: EventRow, sending: FormToken) => {
  if (row.cancelled_at) return ''
  const nouns = { ...nounsOf(event), attendee: row.id }
  const hidden = html`<span class="nhsuk-u-visually-hidden"> (${row.name})</span>`
  return row.arrived_at
    ? postingButton(
        { action: paths.attendeeArrivalRemoval(nouns), sending },
        { text: html`Undo arrival${hidden}`, variant: 'secondary', small: true, classes: flat },
      )
    : postingButton(
        { action: paths.attendeeArrival(nouns), sending },
        {
          text: html`<span class="nhsuk-u-nowrap">Has arrived</span>${hidden}`,
          variant: 'secondary',
          small: true,
          classes: flat,
        },
      )
}

export function attendeeList(page: ListPage, sending: FormToken): Html {
  const { network, event, teams, shown, found, all, arrived } = page
  const nouns = nounsOf(event)
  const teamName = (id: string | null) => teams.find((team) => team.id === id)?.name ?? 'None of these'
  const rows = shown.map((row) => [
    { text: row.name, href: paths.attendee({ ...nouns, attendee: row.id }) },
    teamName(row.team_id),
    row.profession ?? '',
    statusOf(row),
    arrivalButton(row, event, sending),
  ])
  const head = ['Name', noun(network), 'Profession', 'Status', 'At the door']
  return html`${heading({ text: 'People who have signed up', size: 'l', caption: event.name })}
    <p>
      ${all === 1 ? '1 person has' : `${all} people have`} signed up,
      ${arrived === 0 ? 'nobody has arrived yet' : `${arrived} of them ${arrived === 1 ? 'has' : 'have'} arrived`}.
    </p>
    <div class="nhsuk-button-group">
      ${button({ text: 'Add someone', href: paths.newAttendee(nouns) })}
      ${button({ text: 'Print codes', href: paths.attendeeCodes(nouns), variant: 'secondary' })}
      ${button({ text: 'See who is coming', href: paths.coverage(nouns), variant: 'secondary' })}
    </div>
    ${filterForm(page)}
    ${
      found === 0
        ? html`<p>
            ${all === 0 ? 'Nobody has signed up yet.' : 'Nobody matches. Change what is shown above.'}
          </p>`
        : table({
            caption: `${found} shown`,
            head,
            rows,
            firstCellIsHeader: true,
            responsive: true,
          })
    }
    ${pagesOf(page)}`
}

export const newAttendeeForm = (
  page: Asking & { event: EventRow },
  form: AnswersForm,
  sending: FormToken,
): Html =>
  html`${heading({ text: 'Add someone', size: 'l', caption: page.event.name })}
  ${postingForm(
    { action: paths.newAttendee(nounsOf(page.event)), sending },
    answerFields(
      form,
      page,
      'They are sent their link. Without an address, print their code for them.',
      livedExperienceField(form, page),
    ),
    button({ text: 'Add', preventDoubleClick: true }),
  )}`

export interface AttendeePage extends Asking {
  event: EventRow
  row: AttendeeRow
  code: string
}

export function attendeePage(
  page: AttendeePage,
  form: FormState<FieldsOf<typeof correctAttendee>>,
  sending: FormToken,
): Html {
  const { event, row, code } = page
  const nouns = { ...nounsOf(event), attendee: row.id }
  const history = [
    `Signed up ${row.signed_up_by === 'self' ? '' : 'by an organiser '}on ${dayAndTime(row.signed_up_at)}`,
    row.arrived_at && `arrived on ${dayAndTime(row.arrived_at)}`,
    row.cancelled_at && `cancelled on ${dayAndTime(row.cancelled_at)}`,
  ]
  return html`${heading({ text: row.name, size: 'l', caption: event.name })}
    <p>${statusOf(row)}</p>
    <p>${history.filter(Boolean).join(', ')}.</p>
    ${
      row.cancelled_at
        ? postingButton(
            { action: paths.attendeeCancellationRemoval(nouns), sending },
            { text: 'Undo the cancellation' },
          )
        : html`<p>Personal code: <strong>${code}</strong></p>
            ${arrivalButton(row, event, sending)}
            <p class="nhsuk-u-margin-top-3">
              <a href="${paths.attendeeCodes(nouns)}?attendee=${row.id}">Print the code</a>
            </p>`
    }
    <h2 class="nhsuk-heading-m">Correct the details</h2>
    ${postingForm(
      { action: paths.attendee(nouns), sending },
      answerFields(form, page, 'If you change it, they are sent their link again.'),
      button({ text: 'Save', preventDoubleClick: true }),
    )}
    ${
      !row.cancelled_at && html`<p><a href="${paths.attendeeCancellation(nouns)}">Cancel this sign-up</a></p>`
    }`
}

export const cancelAttendeePage = (
  { event, row }: { event: EventRow; row: AttendeeRow },
  sending: FormToken,
): Html => {
  const nouns = { ...nounsOf(event), attendee: row.id }
  return html`${heading({ text: `Cancel the sign-up of ${row.name}?`, size: 'l', caption: event.name })}
    <p>Their place becomes free${row.email && ', and they are told by mail'}. You can undo it.</p>
    ${postingForm(
      { action: paths.attendeeCancellation(nouns), sending },
      button({ text: 'Cancel the sign-up', variant: 'warning', preventDoubleClick: true }),
    )}
    <p><a href="${paths.attendee(nouns)}">No, go back</a></p>`
}

export interface CodesPage {
  event: EventRow
  /** The address of the page for codes. */
  address: string
  people: { name: string; team: string; code: string }[]
}

export const codeSheet = ({ event, address, people }: CodesPage): Html =>
  html`<div class="nhsuk-width-container">
    ${backLink({ href: paths.attendees(nounsOf(event)), text: 'Back to the list' })}
    ${heading({ text: `Personal codes for ${event.name}`, size: 'l' })}
    ${
      people.length === 0
        ? html`<p>Everybody who has signed up has an e-mail address. Nobody needs a printed code.</p>
            <p><a href="?everyone=yes">Print codes for everybody all the same</a></p>`
        : html`<p>
              Cut along the lines and give each person theirs. A code lets its owner in: keep the sheet safe.
            </p>
            ${table({
              head: ['Name', 'What to do'],
              firstCellIsHeader: true,
              rows: people.map(({ name, team, code }) => [
                html`${name}<br /><span class="nhsuk-u-secondary-text-colour">${team}</span>`,
                html`Go to <strong>${address}</strong> and enter
                  <p class="app-code">${code}</p>`,
              ]),
            })}`
    }
  </div>`
