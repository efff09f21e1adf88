import { runPoints } from './drawn/run.ts'
import { linePoints } from './drawn/segments.ts'
import { isOverdispersed, shewhartPoints, unfit } from './drawn/shewhart.ts'
import { xmrPoints } from './drawn/xmr.ts'
import { limitsOf } from './limits.ts'
import {
  fewestForLimits,
  fewestForSignals,
  fewestToFix,
  latestOf,
  type Chart,
  type ChartKind,
  type ChartReading,
  type ChartSettings,
  type Drawn,
} from './shown.ts'

export type * from './shown.ts'

const centres: Record<ChartKind, Chart['centreIs']> = {
  line: null,
  run: 'median',
  xmr: 'mean',
  p: 'mean',
  pp: 'mean',
  u: 'mean',
  up: 'mean',
  c: 'mean',
  g: 'median',
  t: 'mean',
}

/** The chart that people are shown of these readings, in order of their days. */
export function chartOf(readings: readonly ChartReading[], settings: ChartSettings): Chart {
  const inOrder = readings.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const fixed = fixable(settings)
  const present = inOrder.filter(({ value }) => value !== null).length
  const { kind, because } = drawable(present < fewestForSignals ? 'line' : settings.kind, inOrder)
  const drawn = drawnAs(kind, inOrder, { ...settings, fixAfter: fixed })
  const latest = latestOf({ kind, points: drawn.points })
  return {
    kind,
    asked: settings.kind,
    direction: settings.direction,
    centreIs: centres[kind],
    points: drawn.points,
    variation: kind === 'line' || !latest || drawn.unsettled ? null : latest.type,
    assurance: drawn.assurance,
    runs: drawn.runs,
    notices: [...tooFew(present), ...because, ...unfixable(settings), ...drawn.notices],
  }
}

/** The kind that was asked for, or XmR with the reason where the readings do not suit it. */
function drawable(
  kind: ChartKind,
  readings: readonly ChartReading[],
): { kind: ChartKind; because: string[] } {
  if (kind === 'line' || kind === 'run' || kind === 'xmr') return { kind, because: [] }
  const reason = unfit(kind, readings)
  return reason
    ? { kind: 'xmr', because: [`${reason} So this is drawn as an XmR chart.`] }
    : { kind, because: [] }
}

function drawnAs(kind: ChartKind, readings: readonly ChartReading[], settings: ChartSettings): Drawn {
  if (kind === 'line') return linePoints(readings, settings)
  if (kind === 'run') return runPoints(readings, settings)
  if (kind === 'xmr') return xmrPoints(readings, settings)
  return shewhartPoints(kind, readings, settings)
}

const fixable = ({ fixAfter }: ChartSettings) =>
  fixAfter !== null && fixAfter >= fewestToFix ? fixAfter : null

const unfixable = ({ fixAfter }: ChartSettings) =>
  fixAfter !== null && fixAfter < fewestToFix
    ? [`A baseline needs ${fewestToFix} readings or more, so this one is not fixed.`]
    : []

function tooFew(present: number): string[] {
  if (present >= fewestForSignals) return []
  if (present === 0) return ['No readings yet.']
  const readings = present === 1 ? 'There is 1 reading' : `There are ${present} readings`
  return [`${readings}. It takes ${fewestForSignals} to tell a change from chance.`]
}

export interface Proposal {
  kind: ChartKind
  /** A whole sentence */
  because: string
}

/** The things that a measure can count. */
export type Counted = 'proportion' | 'rate' | 'count' | 'rare' | 'number'

/** The chart that suits what there is, with the reason. */
export function proposeKind(readings: readonly ChartReading[], { counted }: { counted: Counted }): Proposal {
  const present = readings.filter(({ value }) => value !== null)
  const n = present.length
  if (n < fewestForSignals)
    return {
      kind: 'line',
      because: `With fewer than ${fewestForSignals} readings a line shows all that can be known.`,
    }
  if (n < fewestForLimits)
    return {
      kind: 'run',
      because: `From ${fewestForSignals} readings a run chart can tell a change from chance; limits need ${fewestForLimits}.`,
    }
  if (counted === 'rare')
    return present.every(({ value }) => value! > 0)
      ? { kind: 't', because: 'Rare events are best seen by the time from one to the next.' }
      : { kind: 'g', because: 'Rare events are best seen by how many cases go by from one to the next.' }
  const divided = present.every(({ denominator }) => denominator !== null && denominator > 0)
  if (counted === 'proportion' && divided && !unfit('p', present)) return byDenominators('p', present)
  if (counted === 'rate' && divided && !unfit('u', present)) return byDenominators('u', present)
  if (counted === 'count' && present.every(({ denominator }) => denominator === null) && !unfit('c', present))
    return { kind: 'c', because: 'Each reading counts events in a stretch of the same size.' }
  return {
    kind: 'xmr',
    because: `With ${fewestForLimits} readings or more an XmR chart suits most measures.`,
  }
}

function byDenominators(kind: 'p' | 'u', present: readonly ChartReading[]): Proposal {
  const { sigmaZ } = limitsOf(
    kind,
    {
      y: present.map(({ value }) => value),
      n: present.map(({ denominator }) => denominator),
      base: present.map(() => true),
    },
    { centreLine: null, screenMovingRanges: true },
  )
  if (isOverdispersed(sigmaZ, present.length))
    return {
      kind: kind === 'p' ? 'pp' : 'up',
      because: `The readings vary ${sigmaZ!.toFixed(1)} times as much as numbers of this size do by chance, and these limits allow for that.`,
    }
  if (kind === 'p')
    return {
      kind,
      because: 'Each reading is so many out of so many, so its limits follow from how many.',
    }
  return {
    kind,
    because: 'Each reading is a count for so much activity, so its limits follow from how much.',
  }
}
