import { isNotRecorded } from '../../before/events/rules.ts'
import type { NetworkRow } from '../../before/networks/store/networks.ts'
import type { OnTheWay, StepReader } from '../../pages/thread/step.ts'
import { dayOf } from '../../platform/face/dates.ts'
import type { Db } from '../../platform/store/database.ts'
import { paths } from '../../paths.ts'
import { answerNames, clockSaid, workingDaysLeft } from './rules.ts'
import { asksOf, type AnsweredAsk } from './store.ts'

const whom = (network: NetworkRow, to: string) => (to === 'board' ? network.board_name : network.qi_team_name)

async function asksOn(db: Db, { network, pledges }: OnTheWay): Promise<AnsweredAsk[]> {
  const ids = new Set(pledges.map((pledge) => pledge.id))
  return (await asksOf(db, network.id)).filter((ask) => ids.has(ask.pledge_id))
}

/** The answers of the event of which nobody wrote them down are not waited for. */
function isUnknown({ pledge_id }: AnsweredAsk, { pledges, events }: OnTheWay): boolean {
  const of = pledges.find((pledge) => pledge.id === pledge_id)?.event_id
  return events.some((event) => event.id === of && isNotRecorded(event, 'answers'))
}

export const askStep: StepReader = {
  name: 'Ask',
  glyph: 'question',
  unrecorded: 'asks',
  async read(db, way) {
    const { network, team } = way
    return (await asksOn(db, way)).map((ask) => ({
      on: dayOf(ask.made_at),
      says: `${team.name} asked ${whom(network, ask.to_whom)}: ${ask.what}${ask.withdrawn_at ? ' (withdrawn)' : ''}`,
      href: paths.ask({ network: network.id, ask: ask.id }),
      quote: ask.what,
      note: `${team.name} asked ${whom(network, ask.to_whom)}${ask.withdrawn_at ? ' (withdrawn)' : ''}`,
    }))
  },
}

export const answerStep: StepReader = {
  name: 'Answer',
  glyph: 'answer',
  unrecorded: 'answers',
  async waits(db, way) {
    const waiting = (await asksOn(db, way)).filter(
      (ask) => !ask.answer && !ask.withdrawn_at && !isUnknown(ask, way),
    )
    const [oldest] = waiting
    if (!oldest) return undefined
    const left = workingDaysLeft(oldest.made_at, way.now)
    const href = paths.ask({ network: way.network.id, ask: oldest.id })
    return { says: clockSaid(left), late: left < 0, href }
  },
  async read(db, way) {
    const { network } = way
    return (await asksOn(db, way)).flatMap(({ id, what, answer }) =>
      answer
        ? [
            {
              on: dayOf(answer.answered_at),
              says: `${whom(network, answer.on_behalf_of)} on “${what}”: ${answerNames[answer.kind].toLowerCase()}. ${answer.reason}`,
              href: paths.ask({ network: network.id, ask: id }),
              quote: answer.reason,
              note: `${whom(network, answer.on_behalf_of)} on “${what}”: ${answerNames[answer.kind].toLowerCase()}`,
            },
          ]
        : [],
    )
  },
}
