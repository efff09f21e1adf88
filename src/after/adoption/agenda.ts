import { z } from 'zod'
import { ideasOf } from '../../before/ideas/store.ts'
import { agendaPart } from '../../pages/meeting/agenda.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import { hasLost } from './rules/gains.ts'
import { hasAdopted } from './rules/ladder.ts'
import { plannedChecks, type PlannedCheck } from './store/checks.ts'
import { adoptionsOf, type AdoptionRow } from './store/adoptions.ts'
import { gainsOf } from './store/gains.ts'

type Asked = PlannedCheck & { title: string }

/** Checks after adoption that a meeting goes through: due by its day, and open when it began. */
export const checksPart = agendaPart<Asked>({
  key: 'adoptionChecks',
  title: 'Is it still in use?',
  json: z.object({ team: z.string(), idea: z.string(), months: z.number(), dueOn: z.string() }),
  told: ({ adoption, months, dueOn }) => ({
    team: adoption.team_id,
    idea: adoption.idea_id,
    months,
    dueOn,
  }),
  async read(db, { network, meeting }) {
    const on = meeting.on_day
    const due = (await plannedChecks(db, network.id)).filter(
      ({ dueOn, until, answeredAt }) =>
        dueOn <= on && (until === null || until > on) && (!answeredAt || answeredAt > meeting.starts_at),
    )
    if (due.length === 0) return []
    const titles = new Map((await ideasOf(db, network.id)).map(({ id, title }) => [id, title]))
    return due.map((check) => ({ ...check, title: titles.get(check.adoption.idea_id) ?? '' }))
  },
  item: ({ adoption, months, dueOn, title }, { network, teamName }) => ({
    team: teamName(adoption.team_id),
    text: title,
    href: paths.adoption({ network: network.id, idea: adoption.idea_id, team: adoption.team_id }),
    note: `the check after ${months} months, due on ${day(dueOn)}`,
  }),
})

interface Lost {
  adoption: AdoptionRow
  title: string
  why: string
}

/** Adopted changes that may have lost their gain: a flag to look at, never a verdict. */
export const lostGainsPart = agendaPart<Lost>({
  key: 'lostGains',
  title: 'Gains that may be lost',
  json: z.object({ team: z.string(), idea: z.string(), why: z.string() }),
  told: ({ adoption, why }) => ({ team: adoption.team_id, idea: adoption.idea_id, why }),
  async read(db, { network, meeting, now }) {
    const on = now < meeting.ends_at ? dayOf(now) : meeting.on_day
    const adopted = (await adoptionsOf(db, network.id)).filter(({ stage }) => hasAdopted(stage))
    if (adopted.length === 0) return []
    const [gains, checks, ideas] = await Promise.all([
      gainsOf(db, network.id, adopted),
      plannedChecks(db, network.id),
      ideasOf(db, network.id),
    ])
    const titles = new Map(ideas.map(({ id, title }) => [id, title]))
    return adopted.flatMap((adoption, at): Lost[] => {
      const title = titles.get(adoption.idea_id) ?? ''
      const answered = checks.findLast((one) => one.adoption.id === adoption.id && one.answeredAt)
      if (answered?.still === 'no' && answered.answeredAt! <= meeting.ends_at)
        return [{ adoption, title, why: `no longer in use, as was written after ${answered.months} months` }]
      const lost = gains[at]!.find((gain) =>
        hasLost({ ...gain, points: gain.points.filter((point) => point.on <= on) }, adoption.stage_on),
      )
      return lost ? [{ adoption, title, why: `“${lost.measure.name}” shows a signal the wrong way` }] : []
    })
  },
  item: ({ adoption, title, why }, { network, teamName }) => ({
    team: teamName(adoption.team_id),
    text: title,
    href: paths.adoption({ network: network.id, idea: adoption.idea_id, team: adoption.team_id }),
    note: why,
  }),
})
