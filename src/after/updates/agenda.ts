import { agendaPart, type MeetingFacts } from '../../pages/meeting/agenda.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { ShownUpdateSchema, viewOf } from './record.ts'
import { updatesOf, type UpdateRow } from './store.ts'

/** True for what was said since the meeting before, until this one ended. */
function isSince({ meeting, meetings }: MeetingFacts, saidAt: string): boolean {
  const before = meetings.filter(
    ({ starts_at, cancelled_at }) => starts_at < meeting.starts_at && !cancelled_at,
  )
  return saidAt > (before.at(-1)?.starts_at ?? '') && saidAt <= meeting.ends_at
}

export const saidSince = agendaPart<UpdateRow>({
  key: 'updates',
  title: 'How the teams are getting on',
  json: ShownUpdateSchema,
  told: viewOf,
  read: async (db, facts) =>
    (await updatesOf(db, facts.network.id)).filter(({ said_at }) => isSince(facts, said_at)),
  item: ({ team_id, did, next, said_at }, { network, teamName }) => ({
    team: teamName(team_id),
    text: next === null ? did : `${did} Next: ${next}`,
    href: paths.updates({ network: network.id }),
    note: day(dayOf(said_at)),
  }),
})
