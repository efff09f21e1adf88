import { z } from 'zod'
import { agendaPart, soonerOf, wasOpen, type MeetingFacts } from '../../pages/meeting/agenda.ts'
import { by, day, dayOf } from '../../platform/face/dates.ts'
import type { Db } from '../../platform/store/database.ts'
import { paths } from '../../paths.ts'
import { pledgesOf, type PledgeRow } from './store.ts'

const OpenPledge = z.object({ id: z.string(), team: z.string(), what: z.string().nullable() })

const pledgesFor = (key: string, title: string, overdue: boolean) =>
  agendaPart<PledgeRow & { late: boolean }>({
    key,
    title,
    json: OpenPledge,
    told: ({ id, team_id, what }): z.infer<typeof OpenPledge> => ({ id, team: team_id, what }),
    async read(db: Db, facts: MeetingFacts) {
      const { network, meeting } = facts
      return (await pledgesOf(db, network.id))
        .filter((one) => wasOpen(facts, one.made_at, one.completed_at, one.released_at))
        .filter(({ by_day }) => (by_day !== null && by_day < meeting.on_day) === overdue)
        .map((one) => ({ ...one, late: one.by_day !== null && one.by_day < soonerOf(facts) }))
    },
    item: (pledge, { network, teamName }) => ({
      team: teamName(pledge.team_id),
      text: pledge.what ?? `Pledge of ${day(dayOf(pledge.made_at))} (its words were not recorded)`,
      href: paths.pledge({ network: network.id, event: pledge.event_id, pledge: pledge.id }),
      note: by(pledge.by_day),
      overdue: pledge.late,
    }),
  })

export const overduePledges = pledgesFor('overduePledges', 'Pledges past their day', true)
export const openPledges = pledgesFor('openPledges', 'Open pledges', false)
