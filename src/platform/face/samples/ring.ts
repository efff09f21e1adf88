import { ring } from '../ring.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['ring.ts'],
  states: {
    plain: ring({ share: 0.44, figure: '44 %', says: 'of 70 votes' }),
    'time that is left': ring({
      share: 0.7,
      says: 'until 11:20am',
      time: { from: '2027-01-27T11:00:00.000Z', until: '2027-01-27T11:20:00.000Z' },
    }),
    late: ring({ share: 1, figure: '3', says: 'days late', tone: 'late' }),
    all: ring({ share: 1, figure: '12', says: 'of 12', tone: 'good' }),
    empty: ring({ share: 0, figure: '0', says: 'of 12', tone: 'thread' }),
    'long words': ring({ share: 0.3, says: longText }),
  },
}
