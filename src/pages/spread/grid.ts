import { shortDay } from '../../platform/face/dates.ts'
import type { Html } from '../../platform/face/html.ts'
import { matrix, type MatrixCell, type MatrixShade } from '../../platform/face/matrix.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { stageOf, type Stage, type Uptake, type Way } from './uptake.ts'

const shades: Record<Stage, MatrixShade> = {
  none: 0,
  looked: 1,
  chose: 2,
  pledged: 3,
  tests: 4,
  home: 'home',
  stopped: 'stopped',
}

const words: Record<Exclude<Stage, 'none'>, string> = {
  looked: 'Looked',
  chose: 'Chose',
  pledged: 'Pledged',
  tests: 'Tests',
  home: 'Home',
  stopped: 'Stopped',
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']

function testsOf({ cycles }: Way): string {
  const latest = cycles.at(-1)!
  if (latest.decision === 'adopt') return 'it works here'
  const ordinal = ordinals[cycles.length - 1]
  if (!latest.decision && ordinal) return `${ordinal} test`
  return counted(cycles.length, 'test')
}

function detailOf(stage: Stage, way: Way): string | undefined {
  const due = way.pledges.find((pledge) => !pledge.released_at)?.by_day
  if (stage === 'tests') return testsOf(way)
  if (stage === 'pledged') return due ? `by ${shortDay(due)}` : undefined
  if (stage === 'chose') return shortDay(way.choseOn!)
  return undefined
}

function cellOf(network: string, way: Way | undefined): MatrixCell {
  const stage = stageOf(way)
  if (!way || stage === 'none') return { shade: 0 }
  const href =
    stage === 'home'
      ? paths.idea({ network, idea: way.idea! })
      : paths.thread({ network, team: way.team, idea: way.idea! })
  const detail = detailOf(stage, way)
  return { shade: shades[stage], word: words[stage], href, ...(detail && { detail }) }
}

/** An idea that another team brought: a pledge of one's own is no spread. */
const isOfOthers = ({ home, idea }: Way): boolean => !home && idea !== null

const isUnknown = ({ unrecorded }: Uptake): boolean => unrecorded.has('votes') || unrecorded.has('pledges')

/** How many of the teams test or have tested what another brought. */
export const testingTeams = ({ ways }: Uptake): number =>
  new Set(ways.filter((way) => isOfOthers(way) && stageOf(way) === 'tests').map(({ team }) => team)).size

/** The grid's message in one sentence. */
export function gridSentence(uptake: Uptake, team: string, plural: string): string {
  const of = (...stages: Stage[]) =>
    new Set(
      uptake.ways.filter((way) => isOfOthers(way) && stages.includes(stageOf(way))).map((way) => way.team),
    ).size
  const all = uptake.teams.length
  const tests = of('tests')
  if (tests > 0)
    return `${tests} of ${all} ${plural} ${tests === 1 ? 'tests' : 'test'} an idea that another ${team} brought.`
  const pledged = of('pledged')
  if (pledged > 0)
    return `${pledged} of ${all} ${plural} pledged to test an idea that another ${team} brought.`
  const chose = of('chose')
  if (chose > 0) return `${chose} of ${all} ${plural} chose an idea that another ${team} brought.`
  const looked = of('looked')
  if (looked > 0) return `${looked} of ${all} ${plural} looked at ideas of others. None has been chosen yet.`
  if (isUnknown(uptake)) return `Which ${plural} took up which idea was not recorded.`
  return `No ${team} has looked at another’s idea here yet.`
}

const legend = [
  { shade: shades.looked, text: 'looked' },
  { shade: shades.chose, text: 'chose' },
  { shade: shades.pledged, text: 'pledged' },
  { shade: shades.tests, text: 'tests' },
  { shade: shades.home, text: 'where it comes from' },
  { shade: shades.stopped, text: 'stopped' },
]

interface GridProps {
  network: { id: string; teamNoun: string; teamNounPlural: string }
  uptake: Uptake
}

/** Idea by team: who looked at, chose, pledged, tests or stopped which. */
export function uptakeGrid({ network, uptake }: GridProps): Html {
  const names = new Map(uptake.teams.map(({ id, name }) => [id, name]))
  const byBoth = new Map(uptake.ways.map((way) => [`${way.idea} ${way.team}`, way]))
  return matrix({
    caption: gridSentence(uptake, network.teamNoun, network.teamNounPlural),
    corner: `Idea, by ${network.teamNoun}`,
    none: isUnknown(uptake) ? 'not recorded' : 'nothing yet',
    columns: uptake.teams.map(({ id, name }) => ({
      text: name,
      href: paths.team({ network: network.id, team: id }),
    })),
    rows: uptake.ideas.map((idea) => ({
      head: {
        text: idea.title,
        sub: `from ${names.get(idea.team_id) ?? idea.team_id}`,
        href: paths.idea({ network: network.id, idea: idea.id }),
      },
      cells: uptake.teams.map(({ id }) => cellOf(network.id, byBoth.get(`${idea.id} ${id}`))),
    })),
    legend,
  })
}
