import type { PointMeaning } from './marks.ts'

/** A point to be drawn; a value that is missing leaves a gap in the line. */
export interface DrawnPoint {
  /** YYYY-MM-DD */
  on: string
  value: number | null
  centre: number | null
  lower: number | null
  upper: number | null
  type: PointMeaning
  /** Why it is more than chance, in words */
  signal: string | null
  /** Points with the same number share centre and limits. */
  segment: number
}

/** Something that happened on a day: a mark on the axis, with its words below the chart. */
export interface DrawnEvent {
  on: string
  text: string
  href?: string | undefined
}

/** One scale for several charts beside each other. */
export interface SharedScale {
  lowest: number
  highest: number
  from: string
  to: string
}

export interface Drawing {
  points: readonly DrawnPoint[]
  /** "%", "days"; above the axis */
  unit: string
  /** "mean" or "median", or nothing where no centre is drawn */
  centreIs: string | null
  target: number | null
  events: readonly DrawnEvent[]
  scale?: SharedScale | undefined
}
