import { networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { day } from '../../platform/face/dates.ts'
import { html } from '../../platform/face/html.ts'
import { prose } from '../../platform/face/prose.ts'
import type { Letter, LetterKind } from '../../platform/mail/outbox.ts'
import { paths } from '../../paths.ts'
import { addresseeName, answerNames, answerWords } from './rules.ts'
import { addressOfAsker, answerById, askById, type AnswerRow, type AskRow } from './store.ts'

interface Told {
  ask: AskRow
  answer: AnswerRow
  to: string
  by: string
  team: string
  href: string
}

function letter({ ask, answer, to, by, team, href }: Told): Letter {
  const said = answerWords({ kind: answer.kind, onDay: answer.on_day })
  const facts = [
    answer.owner && `Who sees to it: ${answer.owner}`,
    answer.on_day && answer.kind !== 'goes_to_meeting' && `Date: ${day(answer.on_day)}`,
  ].filter((fact): fact is string => Boolean(fact))
  return {
    to,
    subject: `${answerNames[answer.kind]}: what ${team} asked the ${by}`,
    text: [
      `The ${by} has answered what ${team} asked for:`,
      ask.what,
      `The answer: ${said}`,
      answer.reason,
      ...facts,
      `The ask and its answers: ${href}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    html: html`<p>The ${by} has answered what ${team} asked for:</p>
      <blockquote>${prose(ask.what)}</blockquote>
      <p><strong>${said}</strong></p>
      ${prose(answer.reason)} ${facts.map((fact) => html`<p>${fact}</p>`)}
      <p><a href="${href}">The ask and its answers</a></p>`,
  }
}

/** Tells the asker the answer, if they left an address. */
export const askAnswered: LetterKind = {
  kind: 'asks.answered',
  async write({ db, address }, ids) {
    const network = await networkById(db, ids['network'] ?? '')
    const answer = network && (await answerById(db, network.id, ids['answer'] ?? ''))
    const ask = answer && (await askById(db, network.id, answer.ask_id))
    const to = ask && (await addressOfAsker(db, ask.asked_by))
    if (!to) return undefined
    const team = (await teamsOf(db, network.id)).find((one) => one.id === ask.team_id)?.name ?? ''
    return letter({
      ask,
      answer,
      to,
      by: addresseeName(ask.to_whom, network),
      team,
      href: address(paths.ask({ network: network.id, ask: ask.id })),
    })
  },
}

export const askLetters: LetterKind[] = [askAnswered]
