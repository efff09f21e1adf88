import { z } from 'zod'
import { agendaPart, wasOpen, type MeetingFacts } from '../../pages/meeting/agenda.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { asksOf, type AnsweredAsk } from './store.ts'

const OpenAsk = z.object({ id: z.string(), team: z.string(), toWhom: z.string(), what: z.string() })

const asksFor = (key: string, title: string, isFor: (ask: AnsweredAsk, facts: MeetingFacts) => boolean) =>
  agendaPart<AnsweredAsk>({
    key,
    title,
    json: OpenAsk,
    told: ({ id, team_id, to_whom, what }): z.infer<typeof OpenAsk> => ({
      id,
      team: team_id,
      toWhom: to_whom,
      what,
    }),
    read: async (db, facts) =>
      (await asksOf(db, facts.network.id)).filter(
        (ask) => wasOpen(facts, ask.made_at, ask.withdrawn_at) && isFor(ask, facts),
      ),
    item: (ask, { network, teamName }) => ({
      team: teamName(ask.team_id),
      text: ask.what,
      href: paths.ask({ network: network.id, ask: ask.id }),
      note: `to ${ask.to_whom === 'board' ? network.board_name : network.qi_team_name}, asked on ${day(dayOf(ask.made_at))}`,
    }),
  })

/** Until it is answered anew, an ask that goes to the meeting of a day stays on the agenda from that meeting on. */
function isSentTo({ answer }: AnsweredAsk, { meeting, meetings }: MeetingFacts): boolean {
  if (answer?.kind !== 'goes_to_meeting') return false
  const on = answer.on_day
  if (!on || on <= meeting.on_day) return true
  const standing = meetings.filter((one) => !one.cancelled_at)
  const distance = (one: { on_day: string }) => Math.abs(Date.parse(one.on_day) - Date.parse(on))
  const nearest = standing.toSorted((a, b) => distance(a) - distance(b))[0]
  return nearest?.id === meeting.id
}

export const sentAsks = asksFor('sentAsks', 'Asks sent to this meeting', isSentTo)
export const unansweredAsks = asksFor(
  'unansweredAsks',
  'Asks without an answer, the oldest first',
  ({ answer }, { meeting }) => !answer || answer.answered_at > meeting.starts_at,
)
