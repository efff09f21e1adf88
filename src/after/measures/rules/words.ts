import { day as dayInWords } from '../../../platform/face/dates.ts'
import { latestOf, type Chart, type ChartPoint } from './shown.ts'

/** A measure as sentences speak of it. */
export interface MeasureInWords {
  /** As it stands in a sentence or at its beginning: "Waits over 18 weeks" */
  name: string
  /** "%", "days", "per 1,000 bed days"; empty where it is a bare count */
  unit: string
  direction: 'increase' | 'decrease' | 'neutral'
  target: number | null
  /** The day since which the team says that it has kept a gain */
  sustainedSince?: string | null
}

export interface Reading {
  /** One sentence that says whether anything has changed */
  says: string
  /** One about what to do next */
  next: string
}

/** The chart in two sentences: what it shows and what to do about it. */
export function readingOf(chart: Chart, measure: MeasureInWords): Reading {
  const latest = latestOf(chart)
  if (!latest) return { says: `${measure.name}: there are no readings yet.`, next: 'Add the first reading.' }
  if (chart.kind === 'line') return tooFew(chart, measure)
  if (chart.variation === null) return unsettled(chart, measure)
  if (chart.variation === 'common_cause') return nothingChanged(chart, latest, measure)
  return changed(chart, latest, measure)
}

/** A number as people write it, with no more figures than it needs: 3 of them, or all before the point. */
export function amount(value: number, unit: string): string {
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  const figures = value.toLocaleString('en-GB', { maximumFractionDigits: places })
  const shown = figures === '-0' ? '0' : figures
  if (unit === '%') return `${shown}%`
  return unit === '' ? shown : `${shown} ${unit}`
}

function tooFew({ points }: Chart, { name }: MeasureInWords): Reading {
  const present = points.filter(({ value }) => value !== null).length
  const readings = present === 1 ? '1 reading' : `${present} readings`
  if (present >= 10)
    return {
      says: `${name}: ${readings}, shown as a line, which says nothing about chance.`,
      next: 'Choose a run chart to see whether anything has changed.',
    }
  return {
    says: `${name}: ${readings} so far, too few to tell a change from chance.`,
    next: `Keep collecting: ${10 - present} more and the chart can say whether anything has changed.`,
  }
}

function unsettled(chart: Chart, { name }: MeasureInWords): Reading {
  if (chart.runs)
    return {
      says: `${name} has not been steady: the line crosses its median less often than chance would make it.`,
      next: 'Look for when it moved and what happened then; a new median may begin there.',
    }
  return {
    says: `${name}: too few of the readings lie off the median to tell a change from chance.`,
    next: 'Keep collecting, with finer figures if there are any.',
  }
}

const centred = (chart: Chart, { centre }: ChartPoint, unit: string) =>
  centre === null ? '' : ` its ${chart.centreIs} of ${amount(centre, unit)}`

function nothingChanged(chart: Chart, latest: ChartPoint, measure: MeasureInWords): Reading {
  const { name, unit } = measure
  const flat = chart.points.every(({ value }) => value === null || value === latest.value)
  if (flat)
    return {
      says: `${name} has been ${amount(latest.value!, unit)} every time, without any variation.`,
      next: 'Check that it is measured finely enough to show a change.',
    }
  return { says: steady(chart, latest, measure), next: whenSteady(chart, measure) }
}

/** The sentence where nothing is out of the ordinary; steps and signals of the past are not forgotten. */
function steady(chart: Chart, latest: ChartPoint, { name, unit }: MeasureInWords): string {
  const { points } = chart
  const before = points.findLast(({ segment }) => segment < latest.segment)
  const first = points.find(({ segment }) => segment === latest.segment)!
  if (before && before.centre !== null && latest.centre !== null)
    return `${name} has moved around a ${chart.centreIs} of ${amount(latest.centre, unit)} since ${dayInWords(first.on)} (${amount(before.centre, unit)} before), and nothing shows a further change.`
  const last = points.findLast(({ type }) => type !== 'common_cause')
  if (last)
    return `${name} now moves around${centred(chart, latest, unit)} as chance would have it; the last signal (${last.signal!}) was on ${dayInWords(last.on)}.`
  return `${name} moves around${centred(chart, latest, unit)} as chance would have it: nothing shows that it has changed.`
}

const aimOf = ({ target, unit }: MeasureInWords) => (target === null ? '' : ` of ${amount(target, unit)}`)

function whenSteady({ assurance }: Chart, measure: MeasureInWords): string {
  const target = aimOf(measure)
  if (assurance === 'consistent_pass')
    return `It can be relied on to meet the target${target}: keep what works, and look again when something changes.`
  if (assurance === 'consistent_fail')
    return `As it works now it will not meet the target${target}: it takes a change to the way of working, so test one.`
  if (assurance === 'inconsistent')
    return `It will meet the target${target} at times and miss it at others by chance: test a change that moves the whole, and do not explain single points.`
  if (measure.direction === 'neutral')
    return 'Do not explain single points; look again when something changes.'
  return 'If this is not good enough, test a change; do not explain single points.'
}

function changed(chart: Chart, latest: ChartPoint, measure: MeasureInWords): Reading {
  const { name } = measure
  const since = startOf(chart, latest)
  // The reason is that of the day it names: another signal may have joined it since.
  const signal = since.signal ?? latest.signal ?? 'a signal'
  const from = since.on === latest.on ? `on ${dayInWords(since.on)}` : `since ${dayInWords(since.on)}`
  const why = `${signal}, more than chance`
  if (chart.variation === 'special_cause_improvement')
    return { says: `${name} has improved ${from} (${why}).`, next: whenBetter(chart, latest, measure) }
  if (chart.variation === 'special_cause_concern')
    return { says: `${name} has got worse ${from} (${why}).`, next: whenWorse(chart, measure) }
  const way = chart.variation === 'special_cause_neutral_high' ? 'higher' : 'lower'
  return {
    says: `${name} has been ${way} ${from} (${why}).`,
    next: 'Find out what changed then, and say whether it is wanted.',
  }
}

/** The first of the points with the same signal that lead up to the latest one. */
function startOf({ points }: Chart, latest: ChartPoint): ChartPoint {
  const index = points.lastIndexOf(latest)
  const before = points
    .slice(0, index)
    .findLastIndex(
      ({ value, type, segment }) => value !== null && (type !== latest.type || segment !== latest.segment),
    )
  return points.slice(before + 1).find(({ value }) => value !== null)!
}

function whenBetter({ assurance, points }: Chart, latest: ChartPoint, measure: MeasureInWords): string {
  const target = aimOf(measure)
  const alone = points.filter(({ type }) => type === latest.type).length === 1
  if (alone && assurance !== 'consistent_pass')
    return 'Find out what was different that time; one point is not yet a gain, so see whether it lasts.'
  if (assurance === 'consistent_fail')
    return `Note what made the difference and build on it: the target${target} is still out of reach of the way of working so far.`
  if (assurance === 'inconsistent')
    return `Note what made the difference and keep it; the target${target} is not yet met every time, so test the next change.`
  if (assurance === 'consistent_pass')
    return `Keep what made the difference, and offer it to others: the target${target} can be relied on.`
  if (measure.sustainedSince)
    return `Write down what made the difference and offer it to others: it has been kept since ${dayInWords(measure.sustainedSince)}.`
  return 'Note what made the difference, keep it, and see whether it lasts.'
}

function whenWorse({ assurance }: Chart, measure: MeasureInWords): string {
  const target = aimOf(measure)
  if (assurance === 'consistent_pass')
    return `The target${target} is still met, but find out what changed before it is lost.`
  if (assurance === 'consistent_fail')
    return `Find out what changed and act on it now: the target${target} is out of reach as things are.`
  if (assurance === 'inconsistent')
    return `Find out what changed and act on it: the target${target} will be missed more often.`
  return 'Find out what changed, and act on the cause.'
}
