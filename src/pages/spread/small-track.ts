import type { Html } from '../../platform/face/html.ts'
import { track, type TrackState, type TrackStep } from '../../platform/face/track.ts'
import type { Way } from './uptake.ts'

/** The steps of a way in short: what has been done, what waits for somebody, and what is still to come. */
export function stepsOfWay(way: Way): TrackStep[] {
  const open = way.pledges.filter((pledge) => !pledge.released_at)
  const isReleased = way.pledges.length > 0 && open.length === 0
  const isStopped = isReleased || way.cycles.at(-1)?.decision === 'abandon'
  const waiting = way.asks.some((ask) => !ask.answer)
  const done = (is: boolean): TrackState => (is ? 'done' : 'later')
  const steps: TrackStep[] = [
    { name: 'Idea', glyph: 'bulb', state: done(way.idea !== null) },
    { name: 'Reflection', glyph: 'speech', state: done(way.reflectedOn !== null) },
    { name: 'Vote', glyph: 'tick', state: done(way.choseOn !== null) },
    { name: 'Pledge', glyph: 'flag', state: isReleased ? 'stopped' : done(way.pledges.length > 0) },
    { name: 'Ask', glyph: 'question', state: done(way.asks.length > 0) },
    { name: 'Answer', glyph: 'answer', state: waiting ? 'now' : done(way.asks.length > 0) },
    { name: 'Plan', glyph: 'calendar', state: done(way.plannedOn !== null) },
    {
      name: 'Test',
      glyph: 'flask',
      state: isStopped && !isReleased ? 'stopped' : done(way.cycles.length > 0),
    },
  ]
  return way.idea === null
    ? steps.filter(({ name }) => !['Idea', 'Reflection', 'Vote'].includes(name))
    : steps
}

/** The way of a team with an idea in the room of one row. */
export const smallTrack = (way: Way, of: string): Html =>
  track({ label: `How far it has come: ${of}`, steps: stepsOfWay(way), small: true })
