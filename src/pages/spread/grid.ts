import { lastOn, progressOf, type Progress } from '../../after/adoption/rules/progress.ts'
import type { AdoptionRow } from '../../after/adoption/store/adoptions.ts'
import { shortDay } from '../../platform/face/dates.ts'
import type { Html } from '../../platform/face/html.ts'
import { matrix, type MatrixCell, type MatrixShade } from '../../platform/face/matrix.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { stageOf, tried, type Stage, type Uptake, type Way } from './uptake.ts'

export const shades: Record<Stage, MatrixShade> = {
  none: 0,
  looked: 1,
  chose: 2,
  interested: 2,
  pledged: 3,
  planning: 3,
  tests: 4,
  adapting: 4,
  implementing: 4,
  adopted: 5,
  sustained: 5,
  paused: 'stopped',
  declined: 'stopped',
  home: 'home',
  stopped: 'stopped',
}

export const words: Record<Stage, string> = {
  none: 'Nothing yet',
  looked: 'Looked',
  chose: 'Chose',
  interested: 'Interested',
  pledged: 'Pledged',
  planning: 'Plans',
  tests: 'Tests',
  adapting: 'Adapts',
  implementing: 'Implements',
  adopted: 'Adopted',
  sustained: 'Sustained',
  paused: 'Paused',
  declined: 'Not for us',
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

/** "60 %, 41 days, stalled": how much of its stage is done, and for how long. */
function progressDetail(adoption: AdoptionRow, way: Way, today: string): string {
  const { percent, days, stalled } = progressOfWay(adoption, way, today)
  const much = percent === undefined || percent === 0 ? undefined : `${percent} %`
  return [much, counted(days, 'day'), stalled && 'stalled'].filter(Boolean).join(', ')
}

export const progressOfWay = (adoption: AdoptionRow, { cycles }: Way, today: string): Progress =>
  progressOf({ ...adoption, since: adoption.stage_on, lastOn: lastOn(adoption.updated_at, cycles) }, today)

function detailOf(stage: Stage, way: Way, today: string | undefined): string | undefined {
  if (way.adoption)
    return today === undefined ? shortDay(way.adoption.stage_on) : progressDetail(way.adoption, way, today)
  const due = way.pledges.find((pledge) => !pledge.released_at)?.by_day
  if (stage === 'tests') return testsOf(way)
  if (stage === 'pledged') return due ? `by ${shortDay(due)}` : undefined
  if (stage === 'chose') return shortDay(way.choseOn!)
  return undefined
}

interface Looking {
  network: string
  today: string | undefined
  /** The proof in a few words, by the record that it is of. */
  proofs?: ReadonlyMap<string, string>
}

function cellOf({ network, today, proofs }: Looking, way: Way | undefined): MatrixCell {
  const stage = stageOf(way)
  if (!way || stage === 'none') return { shade: 0 }
  const at = { network, team: way.team, idea: way.idea! }
  const href = way.adoption ? paths.adoption(at) : stage === 'home' ? paths.idea(at) : paths.thread(at)
  const proof = way.adoption && proofs?.get(way.adoption.id)
  const details = [detailOf(stage, way, today), proof].filter(Boolean).join('; ')
  // The origin stays the origin, however far the record of it has come.
  const isHome = way.home && way.adoption && stage !== 'home'
  const detail = isHome ? `${words[stage].toLowerCase()}, ${details}` : details
  return {
    shade: isHome ? 'home' : shades[stage],
    word: isHome ? words.home : words[stage],
    href,
    ...(detail && { detail }),
  }
}

/** An idea that another team brought: a pledge of one's own is no spread. */
const isOfOthers = ({ home, idea }: Way): boolean => !home && idea !== null

const isUnknown = ({ unrecorded }: Uptake): boolean => unrecorded.has('votes') || unrecorded.has('pledges')

/** How many of the teams test or have tested what another brought. */
export const testingTeams = ({ ways }: Uptake): number =>
  new Set(ways.filter((way) => isOfOthers(way) && tried.includes(stageOf(way))).map(({ team }) => team)).size

/** The grid's message in one sentence. */
export function gridSentence(uptake: Uptake, team: string, plural: string): string {
  const of = (...stages: Stage[]) =>
    new Set(
      uptake.ways.filter((way) => isOfOthers(way) && stages.includes(stageOf(way))).map((way) => way.team),
    ).size
  const all = uptake.teams.length
  const adopted = of('adopted', 'sustained')
  if (adopted > 0)
    return `${adopted} of ${all} ${plural} adopted an idea that another ${team} brought; ${of(...tried)} of ${all} ${of(...tried) === 1 ? 'has' : 'have'} tested one.`
  const tests = of(...tried)
  if (tests > 0)
    return `${tests} of ${all} ${plural} ${tests === 1 ? 'tests' : 'test'} an idea that another ${team} brought.`
  const pledged = of('pledged', 'planning')
  if (pledged > 0)
    return `${pledged} of ${all} ${plural} pledged to test an idea that another ${team} brought.`
  const chose = of('chose', 'interested')
  if (chose > 0) return `${chose} of ${all} ${plural} chose an idea that another ${team} brought.`
  const looked = of('looked')
  if (looked > 0) return `${looked} of ${all} ${plural} looked at ideas of others. None has been chosen yet.`
  if (isUnknown(uptake)) return `Which ${plural} took up which idea was not recorded.`
  return `No ${team} has looked at another’s idea here yet.`
}

const legend = [
  { shade: shades.looked, text: 'looked' },
  { shade: shades.chose, text: 'chose, is interested' },
  { shade: shades.pledged, text: 'pledged, plans' },
  { shade: shades.tests, text: 'tests, adapts, implements' },
  { shade: shades.adopted, text: 'adopted, sustained' },
  { shade: shades.home, text: 'where it comes from' },
  { shade: shades.stopped, text: 'stopped, paused, not for us' },
]

interface GridProps {
  network: { id: string; teamNoun: string; teamNounPlural: string }
  uptake: Uptake
  /** Without a day it says since when, and not for how long. */
  today?: string
  proofs?: ReadonlyMap<string, string>
  /** Every team by its name, where the grid shows a part of them. */
  named?: Uptake['teams']
  /** Another sentence above it, where it shows a part of everything. */
  caption?: string
  /** Said of an empty cell, where it shows a part of everything. */
  none?: string | undefined
}

/** Idea by team: who looked at, chose, pledged, tests or stopped which. */
export function uptakeGrid({
  network,
  uptake,
  today,
  proofs,
  caption,
  none,
  named = uptake.teams,
}: GridProps): Html {
  const looking = { network: network.id, today, ...(proofs && { proofs }) }
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const byBoth = new Map(uptake.ways.map((way) => [`${way.idea} ${way.team}`, way]))
  return matrix({
    caption: caption ?? gridSentence(uptake, network.teamNoun, network.teamNounPlural),
    corner: `Idea, by ${network.teamNoun}`,
    none: none ?? (isUnknown(uptake) ? 'not recorded' : 'nothing yet'),
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
      cells: uptake.teams.map(({ id }) => cellOf(looking, byBoth.get(`${idea.id} ${id}`))),
    })),
    legend,
  })
}
