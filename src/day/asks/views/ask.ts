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
import { askTag } from './asks.ts'

export interface AskPage {
  network: string
  now: string
  ask: AskView
  mayKnowNames: boolean
  mayAnswer: boolean
  mayWithdraw: boolean
  sending: FormToken
}

export const askPage = (page: AskPage): Html =>
  html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${page.ask.team.name} asks the ${page.ask.to}</span>
      Ask for support
    </h1>
    <div class="nhsuk-lede-text">${prose(page.ask.what)}</div>
    ${summaryList({
      rows: [
        { key: 'State', value: askTag(page.ask, page.now) },
        { key: 'Needed by', value: page.ask.neededBy ? day(page.ask.neededBy) : 'No date given' },
        { key: 'Asked on', value: day(dayOf(page.ask.madeAt)) },
        { key: 'For the pledge', value: pledgeLink(page) },
      ],
    })}
    ${actions(page)} ${answers(page)}`

const pledgeLink = ({ network, ask }: AskPage): Html =>
  html`<a href="${paths.pledge({ network, event: ask.event, pledge: ask.pledge.id })}"
    >${ask.pledge.what ?? wordsNotRecorded}</a
  >`

function actions({ network, ask, mayAnswer, mayWithdraw, sending }: AskPage): Html {
  const at = { network, ask: ask.id }
  const withdrawn = ask.state === 'withdrawn'
  return html`<div class="nhsuk-button-group">
    ${
      mayAnswer &&
      !withdrawn &&
      button({
        text: ask.answers.length > 0 ? 'Change the answer' : 'Answer',
        href: paths.answerAsk(at),
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

const answers = (page: AskPage): Html | false => {
  const [latest, ...earlier] = page.ask.answers
  return (
    latest !== undefined &&
    html`<h2 class="nhsuk-heading-l">Answer</h2>
      ${answer(latest, page)}
      ${
        earlier.length > 0 &&
        html`<h2 class="nhsuk-heading-m">Earlier answers</h2>
          ${earlier.map((one) => answer(one, page))}`
      }`
  )
}

const dateKeys: Record<AnswerView['kind'], string> = {
  agreed: 'By when',
  partly: 'By when',
  not_now: 'Look again on',
  no: 'Date',
  goes_to_meeting: 'Meeting on',
}

const answer = (given: AnswerView, { ask, mayKnowNames }: AskPage): Html =>
  summaryList({
    rows: [
      { key: 'Answer', value: answerWords(given) },
      { key: 'Reason', value: prose(given.reason) },
      mayKnowNames && given.owner !== null && { key: 'Who sees to it', value: given.owner },
      given.onDay !== null && { key: dateKeys[given.kind], value: day(given.onDay) },
      { key: 'Given', value: `${dayAndTime(given.answeredAt)}, for the ${ask.to}` },
      mayKnowNames && { key: 'Recorded by', value: given.recorder },
    ],
  })
