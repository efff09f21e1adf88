import { hasAdopted, isExit } from '../../after/adoption/rules/ladder.ts'
import type { Html } from '../../platform/face/html.ts'
import { shortDay } from '../../platform/face/dates.ts'
import { counted } from '../../platform/text/english.ts'
import { track, type TrackState, type TrackStep } from '../../platform/face/track.ts'
import type { Unrecorded } from '../../before/events/rules.ts'
import type { Uptake, Way } from './uptake.ts'

const on = (when: string | null): string => (when ? shortDay(when) : '')
const times = (number: number): string => (number > 1 ? counted(number, 'time') : '')

/** The gap in the records because of which nobody knows of a step. */
const gaps: Record<string, Unrecorded> = {
  Reflection: 'notes',
  Vote: 'votes',
  Ask: 'asks',
  Answer: 'answers',
  Plan: 'plans',
  Test: 'plans',
  Adoption: 'plans',
}

function adoptionState({ adoption }: Way): TrackState {
  if (!adoption) return 'later'
  if (isExit(adoption.stage)) return 'stopped'
  return hasAdopted(adoption.stage) ? 'done' : 'now'
}

/** The steps of a way in short: what has been done, what waits for somebody, and what is still to come. */
export function stepsOfWay(way: Way, unrecorded: Uptake['unrecorded']): TrackStep[] {
  const open = way.pledges.filter((pledge) => !pledge.released_at)
  const isReleased = way.pledges.length > 0 && open.length === 0
  const isStopped = isReleased || way.cycles.at(-1)?.decision === 'abandon'
  const waiting = way.asks.some((ask) => !ask.answer)
  const done = (is: boolean): TrackState => (is ? 'done' : 'later')
  const steps: TrackStep[] = [
    { name: 'Idea', glyph: 'bulb', state: done(way.idea !== null) },
    { name: 'Reflection', glyph: 'speech', state: done(way.reflectedOn !== null), note: on(way.reflectedOn) },
    { name: 'Vote', glyph: 'tick', state: done(way.choseOn !== null), note: on(way.choseOn) },
    { name: 'Pledge', glyph: 'flag', state: isReleased ? 'stopped' : done(way.pledges.length > 0) },
    { name: 'Ask', glyph: 'question', state: done(way.asks.length > 0), note: times(way.asks.length) },
    {
      name: 'Answer',
      glyph: 'answer',
      state: waiting ? 'now' : done(way.asks.length > 0),
      note: waiting ? 'waiting' : '',
    },
    { name: 'Plan', glyph: 'calendar', state: done(way.plannedOn !== null), note: on(way.plannedOn) },
    {
      name: 'Test',
      glyph: 'flask',
      state: isStopped && !isReleased ? 'stopped' : done(way.cycles.length > 0),
    },
    {
      name: 'Adoption',
      glyph: 'sprout',
      state: adoptionState(way),
      note: on(way.adoption?.stage_on ?? null),
    },
  ]
  const known = steps.map((step) =>
    step.state === 'later' && unrecorded.has(gaps[step.name]!)
      ? { ...step, state: 'unknown' as const }
      : step,
  )
  return way.idea === null
    ? known.filter(({ name }) => !['Idea', 'Reflection', 'Vote', 'Adoption'].includes(name))
    : known
}

/** The way of a team with an idea in the room of one row. */
export const smallTrack = (way: Way, of: string, unrecorded: Uptake['unrecorded']): Html =>
  track({ label: `How far it has come: ${of}`, steps: stepsOfWay(way, unrecorded), small: true })

/** The same with the name of each step, and its day or how often. */
export const trackOf = (way: Way, unrecorded: Uptake['unrecorded']): Html =>
  track({ label: 'How far it has come', steps: stepsOfWay(way, unrecorded) })
