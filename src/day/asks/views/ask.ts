import { button } from '../../../platform/face/button.ts'
import { day, dayAndTime, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { paths } from '../../../paths.ts'
import { wordsNotRecorded } from '../../pledges/rules.ts'
import type { AnswerView, AskView } from '../record.ts'
import { answerWords } from '../rules.ts'
import { askTag, openAt } from './asks.ts'
import { clock } from './clock.ts'

export interface AskPage {
  network: string
  now: string
  ask: AskView
  mayKnowNames: boolean
  mayAnswer: boolean
  mayWithdraw: boolean
  sending: FormToken
}

export const askPage = (page: AskPage): Html => {
  const { ask, now } = page
  return html`<h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-5 app-ask__headline">
      <span class="nhsuk-caption-xl">${ask.team.name} asks the ${ask.to}</span>
      ${ask.what}
    </h1>
    <div class="app-with-aside">
      <div>${answers(page)} ${actions(page)} ${unblocks(page)}</div>
      <aside class="app-card">
        ${ask.state === 'waiting' ? clock(ask.madeAt, now) : html`<p>${askTag(ask, now)}</p>`}
        ${summaryList({
          rows: [
            { key: 'Needed by', value: ask.neededBy ? day(ask.neededBy) : 'No date given' },
            { key: 'Asked on', value: day(dayOf(ask.madeAt)) },
          ],
        })}
      </aside>
    </div>`
}

const unblocks = ({ network, ask }: AskPage): Html =>
  html`<h2 class="nhsuk-heading-m">What it is for</h2>
    <blockquote class="app-quote">
      <p>
        <a href="${paths.pledge({ network, event: ask.event, pledge: ask.pledge.id })}"
          >${ask.pledge.what ?? wordsNotRecorded}</a
        >
      </p>
    </blockquote>`

function actions({ network, ask, mayAnswer, mayWithdraw, sending }: AskPage): Html {
  const at = { network, ask: ask.id }
  const withdrawn = ask.state === 'withdrawn'
  return html`<div class="nhsuk-button-group">
    ${
      mayAnswer &&
      !withdrawn &&
      button({
        text: ask.answers.length > 0 ? 'Change the answer' : 'Answer',
        href: openAt(network, ask.id),
      })
    }
    ${
      mayWithdraw &&
      !withdrawn &&
      ask.answers.length === 0 &&
      postingButton(
        { action: paths.askWithdrawal(at), sending },
        { text: 'Withdraw this ask', variant: 'secondary' },
      )
    }
    ${
      mayWithdraw &&
      withdrawn &&
      postingButton({ action: paths.keepAsk(at), sending }, { text: 'Ask again', variant: 'secondary' })
    }
  </div>`
}

const answers = (page: AskPage): Html => {
  const [latest, ...earlier] = page.ask.answers
  if (latest === undefined) return html`<p class="app-lead">${unanswered(page)}</p>`
  return html`<h2 class="nhsuk-heading-l">${answerWords(latest)}</h2>
    ${answer(latest, page)}
    ${
      earlier.length > 0 &&
      html`<h2 class="nhsuk-heading-m">Earlier answers</h2>
        ${earlier.map(
          (one) =>
            html`<h3 class="nhsuk-heading-s">${answerWords(one)}</h3>
              ${answer(one, page)}`,
        )}`
    }`
}

function unanswered({ ask }: AskPage): string {
  if (ask.state === 'withdrawn') return `${ask.team.name} took this back.`
  if (ask.state === 'not_recorded') return 'What was answered was not recorded.'
  return `The ${ask.to} has not answered yet.`
}

const dateKeys: Record<AnswerView['kind'], string> = {
  agreed: 'By when',
  partly: 'By when',
  not_now: 'Look again on',
  no: 'Date',
  goes_to_meeting: 'Meeting on',
}

const answer = (given: AnswerView, { ask, mayKnowNames }: AskPage): Html =>
  html`<blockquote class="app-quote">${prose(given.reason)}</blockquote>
    ${summaryList({
      rows: [
        mayKnowNames && given.owner !== null && { key: 'Who sees to it', value: given.owner },
        given.onDay !== null && { key: dateKeys[given.kind], value: day(given.onDay) },
        { key: 'Given', value: `${dayAndTime(given.answeredAt)}, for the ${ask.to}` },
        mayKnowNames && { key: 'Recorded by', value: given.recorder },
      ],
    })}`
