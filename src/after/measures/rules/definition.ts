/** A result, the doing of something, or an effect that nobody wants. */
export type MeasureKind = 'outcome' | 'process' | 'balancing'

export const kindNames: Record<MeasureKind, string> = {
  outcome: 'Outcome: the result for people',
  process: 'Process: whether we do it',
  balancing: 'Balancing: whether it makes something else worse',
}

export const shortKinds: Record<MeasureKind, string> = {
  outcome: 'Outcome',
  process: 'Process',
  balancing: 'Balancing',
}

export type Counted = 'number' | 'proportion' | 'rate' | 'count' | 'between'

export const countedNames: Record<Counted, string> = {
  number: 'A number, such as days or a score',
  proportion: 'A share: so many of so many',
  rate: 'A rate: so many for each',
  count: 'A count of what happened',
  between: 'The time between rare events',
}

export const countedHints: Partial<Record<Counted, string>> = {
  number: 'One value for each day, week or month. A percentage without its numbers belongs here.',
  proportion: 'Two values: 12 of 40 people were seen in time',
  rate: 'Two values: 6 falls in 840 bed days',
  count: 'How often it happened, when the chance of it stays about the same',
  between: 'Days or cases from one event to the next, one value for each event',
}

/** Two numbers are entered for each reading. */
export const hasDenominator = (counted: Counted): boolean => counted === 'proportion' || counted === 'rate'

export type Direction = 'increase' | 'decrease' | 'neutral'

export const directionNames: Record<Direction, string> = {
  increase: 'Up is better',
  decrease: 'Down is better',
  neutral: 'Neither: we only want to know',
}

export type ChosenChart = 'proposed' | 'line' | 'run' | 'xmr' | 'p' | 'pp' | 'u' | 'up' | 'c' | 'g' | 't'

export const chartNames: Record<ChosenChart, string> = {
  proposed: 'The one that fits, proposed with its reason',
  line: 'Line, without rules',
  run: 'Run chart: a median and its rules',
  xmr: 'XmR: single values with limits',
  p: 'P: shares, with limits from their numbers',
  pp: 'P′: shares of very many',
  u: 'U: rates, with limits from their numbers',
  up: 'U′: rates of very many',
  c: 'C: counts',
  g: 'G: cases between rare events',
  t: 'T: time between rare events',
}

export const ruleSetNames = {
  nhsr: 'NHS-R (NHSRplotthedots)',
  mdc: 'Making Data Count',
} as const

export const runRulesNames = {
  anhoej: 'Anhøj: longest run and crossings',
  perla: 'Perla: shift of 6, trend of 5, number of runs',
} as const

export const screeningNames = {
  yes: 'Leave out very large moving ranges',
  no: 'Use every moving range',
} as const

/** The sentence why a chart cannot be drawn of what is counted, if it cannot. */
export function whyNoChart(chart: ChosenChart, counted: Counted): string | undefined {
  const shares = chart === 'p' || chart === 'pp'
  const rates = chart === 'u' || chart === 'up'
  if (shares && counted !== 'proportion') return 'This chart is for shares. Choose another.'
  if (rates && !hasDenominator(counted)) return 'This chart is for rates. Choose another.'
  if (chart === 'c' && counted !== 'count') return 'This chart is for counts. Choose another.'
  if ((chart === 'g' || chart === 't') && counted !== 'between')
    return 'This chart is for the time between rare events. Choose another.'
  return undefined
}
