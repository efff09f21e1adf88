import { chartGrid, controlChart, type ControlChartProps, type DrawnPoint } from '../control-chart.ts'
import { trusted } from '../html.ts'
import { longText, longWord, type Sample } from './sample.ts'

const month = (at: number) => Temporal.PlainDate.from('2024-04-01').add({ months: at }).toString()

const point = (value: number | null, at: number): DrawnPoint => ({
  on: month(at),
  value,
  centre: at < 12 ? 42 : 58,
  lower: at < 12 ? 33 : 50,
  upper: at < 12 ? 51 : 66,
  type: 'common_cause',
  signal: null,
  segment: at < 12 ? 0 : 1,
})

const loaves = [41, 44, 39, 43, 40, 45, 38, 42, 47, 31, 43, 40, 56, 60, 57, null, 59, 55, 61, 58, 69, 57]
const points = loaves.map((value, at): DrawnPoint => {
  if (at === 9) return { ...point(value, at), type: 'special_cause_concern', signal: 'below the lower limit' }
  if (at === 20)
    return { ...point(value, at), type: 'special_cause_improvement', signal: 'above the upper limit' }
  return point(value, at)
})

const bakery = (id: string): ControlChartProps => ({
  id,
  title: `Loaves sold before ten: ${id}`,
  says: 'More loaves are sold before ten since April 2025, which is more than chance.',
  next: 'Keep the new oven on, and show the other bakers.',
  unit: '% of all loaves',
  points,
  centreIs: 'mean',
  target: 60,
  signs: { variation: 'special_cause_improvement', direction: 'increase', assurance: 'inconsistent' },
  events: [
    { on: '2025-04-01', text: 'The new oven', href: '#oven' },
    { on: '2025-01-10', text: 'Snow' },
  ],
  notices: ['The second part has 10 readings: its limits will move.'],
  source: 'the till, every month',
})

const neutral: DrawnPoint[] = [3, 4, 3, 5, 4, 3, 9, 4, 3, 0].map((value, at) => ({
  ...point(value, at),
  on: `2025-05-${10 + at}`,
  centre: 4,
  lower: null,
  upper: null,
  type: at === 6 ? 'special_cause_neutral_high' : at === 9 ? 'special_cause_neutral_low' : 'common_cause',
}))

const small = (name: string, at: number) =>
  controlChart({
    ...bakery(`chart-small-${at}`),
    title: name,
    variant: 'small',
    href: '#small',
    scale: { lowest: 20, highest: 80, from: month(0), to: month(21) },
  })

export const sample: Sample = {
  of: ['control-chart.ts'],
  states: {
    plain: controlChart({ ...bakery('chart-plain'), heading: 3 }),
    'a few days': controlChart({
      ...bakery('chart-days'),
      points: neutral,
      unit: '',
      target: null,
      events: [],
      notices: [],
      centreIs: 'median',
      signs: { variation: 'special_cause_neutral_low', direction: 'neutral', assurance: null },
    }),
    'of many': chartGrid(['Bakers', 'Millers', 'Grocers', longWord].map(small)),
    large: controlChart({ ...bakery('chart-large'), variant: 'large', events: [], notices: [] }),
    'long words': controlChart({
      ...bakery('chart-long'),
      title: longText,
      says: longText,
      unit: longText,
      events: Array.from({ length: 8 }, () => ({ on: '2025-01-10', text: longWord })),
    }),
    'one reading': controlChart({
      ...bakery('chart-one'),
      points: [{ ...point(4, 0), centre: null, lower: null, upper: null }],
      centreIs: null,
      target: null,
      signs: { variation: null, direction: 'increase', assurance: null },
      events: [],
      notices: ['There is 1 reading. It takes 10 to tell a change from chance.'],
    }),
    empty: controlChart({
      ...bakery('chart-empty'),
      points: [],
      says: 'There are no readings yet.',
      next: undefined,
      signs: undefined,
      events: [],
      notices: [],
    }),
    'as markup nobody trusts': controlChart({
      ...bakery('chart-markup'),
      title: '<b>bold</b>',
      unit: '"><script>',
      next: trusted('<em>Marked</em>'),
      events: [{ on: '2025-01-10', text: '<i>' }],
    }),
  },
}
