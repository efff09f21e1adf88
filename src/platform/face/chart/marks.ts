import type { Painted, Painter } from './paint.ts'

/** The meaning of a point, as the rules of such charts name it. */
export type PointMeaning =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low'

/** In words, as a table and a key say it. */
export const meanings: Record<PointMeaning, string> = {
  common_cause: 'as chance would have it',
  special_cause_improvement: 'better than chance explains',
  special_cause_concern: 'worse than chance explains',
  special_cause_neutral_high: 'higher than chance explains',
  special_cause_neutral_low: 'lower than chance explains',
}

export const paints: Record<PointMeaning, Painted> = {
  common_cause: 'usual',
  special_cause_improvement: 'better',
  special_cause_concern: 'worse',
  special_cause_neutral_high: 'neutral',
  special_cause_neutral_low: 'neutral',
}

export const tenth = (value: number): number => Math.round(value * 10) / 10

/** A marker with a shape of its own for each meaning, because colours alone say nothing to many people. */
export function marker(meaning: PointMeaning, x: number, y: number, r: number, paint: Painter): string {
  const look = paint(paints[meaning])
  const [cx, cy] = [tenth(x), tenth(y)]
  if (meaning === 'common_cause') return `<circle${look} cx="${cx}" cy="${cy}" r="${tenth(r * 0.85)}"/>`
  return `<path${look} d="M${cx} ${cy}${outlines[meaning](tenth(r * 1.3))}z"/>`
}

const outlines = {
  special_cause_improvement: (r: number) => `m0 ${-r}l${r} ${r}l${-r} ${r}l${-r} ${-r}`,
  special_cause_concern: (r: number) =>
    `m${-tenth(r * 0.8)} ${-tenth(r * 0.8)}h${tenth(r * 1.6)}v${tenth(r * 1.6)}h${-tenth(r * 1.6)}`,
  special_cause_neutral_high: (r: number) => `m0 ${-r}l${r} ${tenth(r * 1.8)}h${-2 * r}`,
  special_cause_neutral_low: (r: number) => `m0 ${r}l${-r} ${-tenth(r * 1.8)}h${2 * r}`,
}
