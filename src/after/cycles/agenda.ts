import { z } from 'zod'
import { agendaPart, wasOpen } from '../../pages/meeting/agenda.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { cyclesOf, type CycleRow } from './store.ts'

export const openTests = agendaPart<CycleRow>({
  key: 'tests',
  title: 'Tests under way',
  json: z.object({ id: z.string(), team_id: z.string(), question: z.string(), prediction: z.string() }),
  read: async (db, facts) =>
    (await cyclesOf(db, facts.network.id)).filter((one) => wasOpen(facts, one.planned_at, one.decided_at)),
  item: (cycle, { network, teamName }) => ({
    team: teamName(cycle.team_id),
    text: cycle.question,
    href: paths.cycle({ network: network.id, cycle: cycle.id }),
    note: `planned on ${day(dayOf(cycle.planned_at))}`,
  }),
})
