import type { AtEvent } from '../../before/events/rules.ts'
import { button } from '../../platform/face/button.ts'
import { dayAndTime } from '../../platform/face/dates.ts'
import { details } from '../../platform/face/details.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { input } from '../../platform/face/input.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { radios } from '../../platform/face/radios.ts'
import { table } from '../../platform/face/tables.ts'
import { tag } from '../../platform/face/tag.ts'
import { asked, errorOf, type FieldsOf, type FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import {
  keptDays,
  lengthInWords,
  peopleInWords,
  stateNames,
  type RehearsalState,
  type Told,
} from './rules/state.ts'
import type { beginRehearsal } from './commands.ts'

export interface Rehearsal {
  at: AtEvent
  state: RehearsalState
  people: number
  minutes: number | null
  byItself: boolean
  startedAt: string
  told: Told
  /** The numbers of stored votes and answers, to be laid beside what phones were told. */
  stored: { votes: number; feedback: number }
  joinCode: string
}

const colours = { waiting: 'grey', on: 'green', interrupted: 'orange', over: 'blue' } as const

const lengths: [string, string][] = [
  ['', 'As long as the real day'],
  ['60', 'In an hour'],
  ['30', 'In 30 minutes'],
  ['10', 'In 10 minutes'],
]

export interface BeginProps {
  at: AtEvent
  eventName: string
  rehearsals: Rehearsal[]
  form: FormState<FieldsOf<typeof beginRehearsal>>
  sending: FormToken
}

export const beginPage = (props: BeginProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${props.eventName}</span>
      Rehearse the day
    </h1>
    <p>
      People who are not real sign up, come in, write, vote, lose the network, pledge and fill the rooms, in a
      copy of this event that has your ideas, votes, rooms and programme. Nothing in it touches the real
      event, nobody is sent an e-mail, and every page of it says that it is a rehearsal.
    </p>
    ${props.rehearsals.length > 0 && rehearsalList(props)} ${beginForm(props)}`

const beginForm = ({ at, form, sending, rehearsals }: BeginProps): Html =>
  html`${rehearsals.length > 0 && html`<h2 class="nhsuk-heading-m">Begin another</h2>`}
  ${postingForm(
    { action: paths.rehearse(at), sending },
    input({
      ...asked(form, 'people'),
      label: { text: 'How many people', size: 's' },
      inputmode: 'numeric',
      width: 5,
    }),
    radios({
      ...asked(form, 'host'),
      fieldset: { legend: { text: 'Who moves the day on?', size: 's' } },
      items: [
        {
          value: 'me',
          text: 'I do, from the Desk of the rehearsal',
          hint: 'The people follow what you start, as on the day',
        },
        { value: 'itself', text: 'It runs by itself', hint: 'For a look at the Screen and at Now' },
      ],
    }),
    radios({
      name: 'minutes',
      idPrefix: 'minutes',
      fieldset: { legend: { text: 'How fast?', size: 's' } },
      hint: 'The shorter the day, the quicker people are with their phones. With fewer minutes than parts, each part goes on before its countdown has run out.',
      items: lengths.map(([value, text]) => ({
        value,
        text,
        checked: asked(form, 'minutes').value === value,
      })),
      ...(errorOf(form, 'minutes') && { error: errorOf(form, 'minutes') }),
    }),
    button({ text: 'Begin the rehearsal', preventDoubleClick: true }),
  )}`

const summary = ({ people, minutes, byItself }: Rehearsal): string =>
  `${peopleInWords(people)}, ${lengthInWords(minutes)}, ${byItself ? 'by itself' : 'you move it on'}`

const rehearsalList = ({ rehearsals, sending }: BeginProps): Html =>
  html`<h2 class="nhsuk-heading-m">Rehearsals of this event</h2>
    <ul class="nhsuk-list nhsuk-list--border">
      ${rehearsals.map(
        (one) =>
          html`<li class="app-beside">
            <span
              ><a href="${paths.rehearse(one.at)}">Begun ${dayAndTime(one.startedAt)}</a>: ${summary(one)}
              ${tag({ text: stateNames[one.state], colour: colours[one.state] })}</span
            >
            ${clearButton(one, sending, true)}
          </li>`,
      )}
    </ul>`

const clearButton = ({ at, startedAt }: Rehearsal, sending: FormToken, small = false): Html =>
  postingButton(
    { action: paths.clearRehearsal(at), sending },
    {
      text: html`Clear<span class="nhsuk-u-visually-hidden">
          the rehearsal begun ${dayAndTime(startedAt)}</span
        >`,
      variant: 'secondary',
      ...(small && { small: true }),
    },
  )

const states: Record<RehearsalState, string> = {
  waiting: 'It begins within a few seconds.',
  on: 'The people who are not real follow what is on.',
  interrupted:
    'The server stopped in the middle. Nothing that was stored is lost: continue, and the people take up where they were; or clear it.',
  over: 'The day is over. Look round for as long as you like.',
}

/** The part that changes while it is played. */
export function rehearsalPart(one: Rehearsal, sending: FormToken): Html {
  return html`<p>${tag({ text: stateNames[one.state], colour: colours[one.state] })} ${summary(one)}</p>
    <p>${states[one.state]}</p>
    ${
      one.state === 'interrupted' &&
      postingButton({ action: paths.continueRehearsal(one.at), sending }, { text: 'Continue' })
    }
    ${one.state !== 'waiting' && numbers(one)}`
}

function numbers({ told, stored, people }: Rehearsal): Html {
  const received = Object.values(told.votes).reduce((sum, many) => sum + many, 0)
  const rows: [string, string][] = [
    ['Signed up', `${told.signedUp} of ${people}`],
    ['Came in', String(told.arrived)],
    ['Sent from phones', String(told.sent)],
    ['Kept on the phone until the network was back', String(told.queued)],
    ['Sent again because the answer was lost', String(told.again)],
    ['Voters whose vote was received', String(received)],
    ['Votes stored, one each', String(stored.votes)],
    ['Answers to the feedback form stored', String(stored.feedback)],
  ]
  const refused = Object.entries(told.refused)
  return html`<div class="nhsuk-u-margin-top-5">
      ${table({
        caption: 'What people have done',
        head: ['What', { text: 'How many', format: 'numeric' }],
        rows: rows.map(([what, many]) => [what, { text: many, format: 'numeric' as const }]),
        firstCellIsHeader: true,
      })}
    </div>
    ${
      refused.length > 0 &&
      details({
        summary: 'What was refused, and why',
        content: html`<ul class="nhsuk-list nhsuk-list--bullet">
          ${refused.map(([sentence, many]) => html`<li>${sentence} (${many === 1 ? 'once' : `${many} times`})</li>`)}
        </ul>`,
      })
    }`
}

export interface StandingProps {
  rehearsal: Rehearsal
  from: AtEvent
  eventName: string
  now: string
  sending: FormToken
}

export function standingPage({ rehearsal, from, eventName, now, sending }: StandingProps): Html {
  const { at, byItself, joinCode } = rehearsal
  const all: [string, string][] = [
    [byItself ? 'Desk' : 'Desk, from where you move the day on', paths.desk(at)],
    ['Screen for the room', paths.screen(at)],
    ['Now, as attendees see it', paths.now(at)],
  ]
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${eventName}</span>
      Rehearsal
    </h1>
    <ul class="nhsuk-list">
      ${all.map(([text, href]) => html`<li><a href="${href}">${text}</a></li>`)}
      <li>Come in yourself, on your own phone, with the code <strong>${joinCode}</strong></li>
    </ul>
    <div data-personal-part="${paths.rehearsalNow(at)}" data-now="${now}">
      ${rehearsalPart(rehearsal, sending)}
    </div>
    <p data-refresh><a href="${paths.rehearse(at)}">Refresh</a></p>
    <h2 class="nhsuk-heading-m">When you have seen enough</h2>
    <p>
      Clearing takes the rehearsal away with everything in it, at once and for good. It is cleared by itself
      after ${keptDays} days.
    </p>
    ${clearButton(rehearsal, sending)}
    <p><a href="${paths.rehearse(from)}">All rehearsals of the event</a></p>`
}
