import { track, type TrackStep } from '../track.ts'
import { longWord, type Sample } from './sample.ts'

const steps: TrackStep[] = [
  { name: 'Seen', glyph: 'bulb', state: 'done', note: '20 March', href: '#seen' },
  { name: 'Promised', glyph: 'flag', state: 'done', note: '18 April' },
  { name: 'Asked', glyph: 'question', state: 'late', note: '4 days late' },
  { name: 'Planned', glyph: 'calendar', state: 'unknown', note: 'not recorded' },
  { name: 'Measured', glyph: 'chart', state: 'now', note: '14 points' },
  { name: 'Adopted', glyph: 'sprout', state: 'later' },
]

export const sample: Sample = {
  of: ['track.ts'],
  states: {
    plain: track({ label: 'What was done', steps }),
    small: track({ label: 'What was done, in short', steps, small: true }),
    'that ended': track({
      label: 'What was done until it ended',
      steps: [...steps.slice(0, 2), { name: 'Stopped', glyph: 'sprout', state: 'stopped', note: longWord }],
    }),
    one: track({ label: 'One step', steps: steps.slice(0, 1) }),
  },
}
