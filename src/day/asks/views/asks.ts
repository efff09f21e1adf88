import { day, dayOf } from '../../../platform/face/dates.ts'
import { element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { pills } from '../../../platform/face/pills.ts'
import { tag, type TagColour } from '../../../platform/face/tag.ts'
import { counted, opening } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { wordsNotRecorded } from '../../pledges/rules.ts'
import type { AskView } from '../record.ts'
import { answering, answerWords, clockSaid, workingDaysLeft, type AnswerKind } from '../rules.ts'
import { answerForm, type Answering } from './answering.ts'
import { clock } from './clock.ts'

const colours: Record<AnswerKind, TagColour> = {
  agreed: 'green',
  partly: 'aqua-green',
  not_now: 'orange',
  no: 'red',
  goes_to_meeting: 'purple',
}

/** The state of an ask: its latest answer, or how long there is for one. */
export function askTag(ask: AskView, now: string): Html {
  const [latest] = ask.answers
  if (ask.state === 'withdrawn') return tag({ text: 'Withdrawn', colour: 'grey' })
  if (latest) return tag({ text: answerWords(latest), colour: colours[latest.kind] })
  if (ask.state === 'not_recorded') return tag({ text: 'Answer not recorded', colour: 'grey' })
  const left = workingDaysLeft(ask.madeAt, now)
  return tag({ text: clockSaid(left), colour: left < 0 ? 'red' : 'yellow' })
}

/** An ask in one line, for the page of its pledge. */
export const askLine = (ask: AskView, { network, now }: { network: string; now: string }): Html =>
  html`<a href="${paths.ask({ network, ask: ask.id })}">${ask.what}</a>
    <span class="nhsuk-u-secondary-text-colour">Asked of the ${ask.to}</span> ${askTag(ask, now)}`

export interface AsksPage {
  network: string
  now: string
  teamNoun: string
  asks: AskView[]
  /** True if there are any before they are narrowed down. */
  any: boolean
  /** The events at which something was asked for that nobody wrote down. */
  unrecordedAt: { on_day: string }[]
  teams: { id: string; name: string }[]
  addressees: { value: string; text: string }[]
  chosen: { to: string; team: string }
  mayAnswer: (ask: AskView) => boolean
  /** The ask whose form is open. */
  open?: Answering | undefined
}

/** Those that have waited longest stand first, and so do the late ones. */
export const waitingAsks = (asks: readonly AskView[]): AskView[] =>
  asks
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => one.madeAt.localeCompare(other.madeAt) || one.id.localeCompare(other.id))

function headline(waiting: AskView[], { any }: AsksPage): string {
  if (!any) return 'Asks for support'
  const [first] = waiting
  if (!first) return 'No ask waits for an answer'
  const whom = waiting.every(({ toWhom }) => toWhom === first.toWhom) ? `the ${first.to}` : 'an answer'
  return waiting.length === 1
    ? `One ask waits for ${whom}`
    : `${opening(waiting.length)} asks wait for ${whom}`
}

function lead(waiting: AskView[], { asks, now }: AsksPage): Html | false {
  const { asked, answered, days } = answering(asks)
  const late = waiting.filter(({ madeAt }) => workingDaysLeft(madeAt, now) < 0).length
  const lateness =
    waiting.length > 0 &&
    (late === 0 ? 'None is late. ' : `${opening(late)} ${late === 1 ? 'is' : 'are'} late. `)
  const within = days === 0 ? 'on the same day' : `in ${counted(days ?? 0, 'working day')}`
  const took = days === undefined ? '' : `, ${within} (median)`
  return (
    asked > 0 && html`<p class="app-lead">${lateness}${answered} of ${asked} have been answered${took}.</p>`
  )
}

const narrowed = ({ network }: AsksPage, chosen: Partial<AsksPage['chosen']>): string => {
  const given = Object.entries(chosen).filter(([, value]) => value)
  return `${paths.asks({ network })}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
}

function narrowing(page: AsksPage): Html | false {
  const { addressees, chosen, teams, teamNoun } = page
  const team = teams.find(({ id }) => id === chosen.team)
  return html`${pills({
    label: 'Whom they ask',
    items: [
      { text: 'All', href: narrowed(page, { team: chosen.team }), current: !chosen.to },
      ...addressees.map(({ value, text }) => ({
        text,
        href: narrowed(page, { ...chosen, to: value }),
        current: chosen.to === value,
      })),
    ],
  })}${
    team &&
    html`<p>
      Only what ${team.name} asked.
      <a href="${narrowed(page, { to: chosen.to })}">Show what every ${teamNoun} asked</a>
    </p>`
  }`
}

const about = (ask: AskView, page: AsksPage): Html =>
  html`<p class="app-ask__about">
    <a href="${narrowed(page, { ...page.chosen, team: ask.team.id })}">${ask.team.name}</a> asks the
    ${ask.to}${ask.neededBy && html`, needed by <strong>${day(ask.neededBy)}</strong>`} · for
    <a href="${paths.pledge({ network: page.network, event: ask.event, pledge: ask.pledge.id })}"
      >${ask.pledge.what ? html`“${ask.pledge.what}”` : wordsNotRecorded}</a
    >
  </p>`

const what = (ask: AskView, { network }: AsksPage): Html =>
  html`<h3 class="app-ask__what"><a href="${paths.ask({ network, ask: ask.id })}">${ask.what}</a></h3>`

function waitingAsk(ask: AskView, page: AsksPage): Html {
  const open = page.open?.ask.id === ask.id ? page.open : undefined
  return html`<li class="app-card app-ask" id="ask-${ask.id}">
    ${ask.state === 'waiting' && clock(ask.madeAt, page.now)}
    <div class="app-ask__said">
      ${about(ask, page)} ${what(ask, page)}
      ${
        open
          ? answerForm(open, page.network)
          : page.mayAnswer(ask) &&
            html`<p>
              <a class="app-ask__answer" href="${openAt(page.network, ask.id)}"
                >Answer<span class="nhsuk-u-visually-hidden"> ${ask.what}</span></a
              >
            </p>`
      }
    </div>
  </li>`
}

/** The list with the form of one ask open, and the window at that ask. */
export const openAt = (network: string, ask: string): string =>
  `${paths.answerAsk({ network, ask })}#ask-${ask}`

const endedAsk = (ask: AskView, page: AsksPage): Html => {
  const [latest] = ask.answers
  return html`<li class="app-card app-ask-ended">
    <p class="app-ask__about">${ask.team.name} to the ${ask.to}, ${day(dayOf(ask.madeAt))}</p>
    ${what(ask, page)}
    <p>${askTag(ask, page.now)}</p>
    ${latest && html`<p class="app-ask__why">“${latest.reason}”</p>`}
  </li>`
}

const groups: { heading: string; holds: (ask: AskView) => boolean; latestFirst?: true }[] = [
  { heading: 'Answered', holds: (ask) => ask.state === 'answered', latestFirst: true },
  { heading: 'Answer not recorded', holds: (ask) => ask.state === 'not_recorded' },
  { heading: 'Withdrawn', holds: (ask) => ask.state === 'withdrawn', latestFirst: true },
]

const answeredAt = (ask: AskView) => ask.answers[0]?.answeredAt ?? ask.madeAt

function group(page: AsksPage, { heading, holds, latestFirst }: (typeof groups)[number]): Html | false {
  const held = page.asks.filter((ask) => holds(ask) && ask.id !== page.open?.ask.id)
  if (latestFirst) held.sort((one, other) => answeredAt(other).localeCompare(answeredAt(one)))
  return (
    held.length > 0 &&
    html`<h2 class="nhsuk-heading-m">${heading} (${held.length})</h2>
      ${element(
        'ul',
        { class: 'app-cards' },
        held.map((ask) => endedAsk(ask, page)),
      )}`
  )
}

const unrecorded = ({ unrecordedAt, teamNoun }: AsksPage): Html | false =>
  unrecordedAt.length > 0 &&
  insetText({
    content: html`${unrecordedAt.map(
      ({ on_day }) =>
        html`<p>
          Each ${teamNoun} said what support it needed (${day(on_day)}). What they asked was not recorded.
        </p>`,
    )}`,
  })

const nothing = (page: AsksPage): Html =>
  unrecorded(page) ||
  insetText({ content: 'Nothing has been asked for yet. An ask is made from the page of a pledge.' })

/** An ask that has been answered stands before those that wait while its answer is changed. */
const shown = (waiting: AskView[], open: Answering | undefined): AskView[] =>
  open && open.ask.state !== 'waiting' ? [open.ask, ...waiting] : waiting

export function asksPage(page: AsksPage): Html {
  const waiting = waitingAsks(page.asks)
  const first = shown(waiting, page.open)
  return html`<h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-4">${headline(waiting, page)}</h1>
    ${
      page.any
        ? html`${lead(waiting, page)}${unrecorded(page)}${narrowing(page)}
          ${
            first.length > 0 &&
            html`<h2 class="nhsuk-u-visually-hidden">Waiting for an answer</h2>
              ${element(
                'ol',
                { class: 'app-asks' },
                first.map((ask) => waitingAsk(ask, page)),
              )}`
          }
          ${groups.map((one) => group(page, one))}`
        : nothing(page)
    }`
}
