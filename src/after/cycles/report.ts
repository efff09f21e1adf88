import { list, paragraph, type ReportPart } from '../../before/events/report.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { decisionWords } from './rules.ts'
import { cyclesOf } from './store.ts'

/** The tests of what was pledged on the day, each with what the team does after it. */
export const testsPart: ReportPart = {
  heading: 'What was tested since',
  async read(db, { network, event }) {
    const pledges = new Map((await pledgesAt(db, network, event)).map((pledge) => [pledge.id, pledge]))
    const cycles = (await cyclesOf(db, network)).filter(({ pledge_id }) => pledges.has(pledge_id))
    if (cycles.length === 0) return []
    const names = new Map((await teamsOf(db, network)).map(({ id, name }) => [id, name]))
    const breakthroughs = cycles.filter(({ breakthrough_at }) => breakthrough_at !== null)
    const tested = new Set(cycles.map(({ pledge_id }) => pledge_id)).size
    return [
      paragraph(`Of ${counted(pledges.size, 'pledge')}, ${tested} went into a test:`),
      list(
        cycles.map(({ id, team_id, question, decision }) => [
          `${names.get(team_id) ?? ''} ${decision ? decisionWords[decision] : 'is testing'}: `,
          { text: question, href: paths.cycle({ network, cycle: id }), from: 'The test' },
        ]),
      ),
      ...(breakthroughs.length > 0
        ? [
            paragraph(
              `The biggest ${breakthroughs.length === 1 ? 'breakthrough' : 'breakthroughs'}, as the teams see it:`,
            ),
            list(
              breakthroughs.map(({ id, team_id, question, happened, learnt }) => [
                `${names.get(team_id) ?? ''}: `,
                { text: question, href: paths.cycle({ network, cycle: id }), from: 'The test' },
                ` ${[happened, learnt].filter((words) => words !== null).join(' ')}`,
              ]),
            ),
          ]
        : []),
    ]
  },
}
