import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { element } from '../../../platform/face/element.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { select } from '../../../platform/face/select.ts'
import { tag, type TagColour } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { AskView } from '../record.ts'
import { answerWords, waitingWords, type AnswerKind } from '../rules.ts'

const colours: Record<AnswerKind, TagColour> = {
  agreed: 'green',
  partly: 'aqua-green',
  not_now: 'orange',
  no: 'red',
  goes_to_meeting: 'purple',
}

/** The state of an ask: its latest answer, or how long it has waited. */
export function askTag(ask: AskView, now: string): Html {
  const [latest] = ask.answers
  if (ask.state === 'withdrawn') return tag({ text: 'Withdrawn', colour: 'grey' })
  if (latest) return tag({ text: answerWords(latest), colour: colours[latest.kind] })
  if (ask.state === 'not_recorded') return tag({ text: 'Answer not recorded', colour: 'grey' })
  return tag({ text: waitingWords(ask.madeAt, now), colour: 'yellow' })
}

/** An ask in one line, for the page of its pledge. */
export const askLine = (ask: AskView, { network, now }: { network: string; now: string }): Html =>
  html`<a href="${paths.ask({ network, ask: ask.id })}">${ask.what}</a>
    <span class="nhsuk-u-secondary-text-colour">Asked of the ${ask.to}</span> ${askTag(ask, now)}`

const askCard = (ask: AskView, at: { network: string; now: string }): Html =>
  card({
    heading: { text: ask.what, size: 's', level: 3 },
    href: paths.ask({ network: at.network, ask: ask.id }),
    content: html`<p>${askTag(ask, at.now)}</p>
      <p class="nhsuk-u-margin-bottom-0">
        ${ask.team.name} to the ${ask.to},
        ${day(dayOf(ask.madeAt))}${ask.neededBy && `, needed by ${day(ask.neededBy)}`}
      </p>`,
  })

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
}

const narrowing = ({ network, teams, addressees, chosen, teamNoun }: AsksPage): Html =>
  element(
    'form',
    { method: 'get', action: paths.asks({ network }) },
    select({
      name: 'to',
      label: 'Asked of',
      value: chosen.to,
      items: [{ value: '', text: 'Everyone' }, ...addressees],
    }),
    select({
      name: 'team',
      label: `Asked by ${teamNoun}`,
      value: chosen.team,
      items: [{ value: '', text: 'All' }, ...teams.map((team) => ({ value: team.id, text: team.name }))],
    }),
    button({ text: 'Show', variant: 'secondary' }),
  )

const groups: { heading: string; holds: (ask: AskView) => boolean; none?: string; latestFirst?: true }[] = [
  {
    heading: 'Waiting for an answer',
    holds: (ask) => ask.state === 'waiting',
    none: 'No ask is waiting for an answer.',
  },
  { heading: 'Answered', holds: (ask) => ask.state === 'answered', latestFirst: true },
  { heading: 'Answer not recorded', holds: (ask) => ask.state === 'not_recorded' },
  { heading: 'Withdrawn', holds: (ask) => ask.state === 'withdrawn', latestFirst: true },
]

const answeredAt = (ask: AskView) => ask.answers[0]?.answeredAt ?? ask.madeAt

function group(page: AsksPage, { heading, holds, none, latestFirst }: (typeof groups)[number]): Html | false {
  const held = page.asks.filter(holds)
  if (latestFirst) held.sort((one, other) => answeredAt(other).localeCompare(answeredAt(one)))
  if (held.length === 0 && !none) return false
  return html`<h2 class="nhsuk-heading-m">${heading}${held.length > 0 && ` (${held.length})`}</h2>
    ${held.length > 0 ? held.map((ask) => askCard(ask, page)) : html`<p>${none}</p>`}`
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

export const asksPage = (page: AsksPage): Html =>
  html`<h1 class="nhsuk-heading-xl">Asks for support</h1>
    <p>What is needed to keep the pledges, who was asked, and what was answered.</p>
    ${
      page.any
        ? html`${unrecorded(page)}${narrowing(page)}${groups.map((one) => group(page, one))}`
        : nothing(page)
    }`
