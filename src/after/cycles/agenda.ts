import { z } from 'zod'
import { agendaPart, wasOpen } from '../../pages/meeting/agenda.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { cyclesOf, type CycleRow } from './store.ts'

const OpenTest = z.object({
  id: z.string(),
  team: z.string(),
  question: z.string(),
  prediction: z.string(),
})

export const openTests = agendaPart<CycleRow>({
  key: 'tests',
  title: 'Tests under way',
  json: OpenTest,
  told: ({ id, team_id, question, prediction }): z.infer<typeof OpenTest> => ({
    id,
    team: team_id,
    question,
    prediction,
  }),
  read: async (db, facts) =>
    (await cyclesOf(db, facts.network.id)).filter((one) => wasOpen(facts, one.planned_at, one.decided_at)),
  item: (cycle, { network, teamName }) => ({
    team: teamName(cycle.team_id),
    text: cycle.question,
    href: paths.cycle({ network: network.id, cycle: cycle.id }),
    note: `planned on ${day(dayOf(cycle.planned_at))}`,
  }),
})
