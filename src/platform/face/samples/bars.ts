import { bars } from '../bars.ts'
import { longWord, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['bars.ts'],
  states: {
    plain: bars({
      caption: 'Votes for each idea',
      bars: [
        { text: 'Assess in one go', share: 1, value: '12 votes', first: true },
        { text: 'Talk first', share: 0.5, value: '6 votes' },
        { text: 'Fewer letters', share: 0, value: '0 votes' },
      ],
    }),
    marked: bars({
      caption: 'Votes for each idea, with marks',
      bars: [
        { text: 'Assess in one go', share: 1, value: '12 votes', first: true, mark: 2 },
        { text: 'Talk first', share: 0.5, value: '6 votes', mark: 0 },
        { text: 'Fewer letters', share: 0.1, value: '1 vote', mark: 9 },
      ],
    }),
    'a line to reach': bars({
      caption: 'Round 1: 27 votes count, more than half is 14',
      line: 0.52,
      bars: [
        { text: 'Assess in one go', share: 0.6, value: '16 votes · 59 %', first: true, mark: 2 },
        { text: 'Talk first', share: 0.4, value: '11 votes · 41 %', mark: 0 },
      ],
    }),
    small: bars({
      caption: 'Brent: 9 voted',
      classes: 'app-bars--small',
      bars: [
        { text: 'Assess in one go', share: 0.8, value: '7', mark: 2 },
        { text: `${longWord} Memory Service`, share: 0.2, value: '2', mark: 0 },
      ],
    }),
    'long words': bars({
      caption: 'How many have voted, by service',
      bars: [
        { text: `${longWord} Memory Service`, share: 0.3, value: '3 of 10 present have voted' },
        { text: 'Brent', share: 0.9, value: '9 of 10 present have voted' },
      ],
    }),
    'a dot for each': bars({
      caption: 'Who has voted, a dot for each',
      bars: [
        { text: 'Brent', share: 1, dots: 12, value: '✓ all 12' },
        { text: 'Harrow', share: 0.8, dots: 10, value: '8 of 10' },
        { text: 'Enfield', share: 0, dots: 0, value: 'Nobody here yet' },
      ],
    }),
    empty: bars({ caption: 'Votes for each idea', bars: [] }),
  },
}
