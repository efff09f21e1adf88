/** Everything that is painted, by its name: on a page a class, in a file the colours themselves. */
export type Painted = keyof typeof inFile

export type Painter = (name: Painted) => string

/** The classes of a page, with their looks in chart.scss: the content security policy forbids styles in the markup. */
export const byClass: Painter = (name) => ` class="app-chart__${name}"`

const letters = 'font-family="Arial, Helvetica, sans-serif"'

// The same as in values.scss and chart.scss, because a file stands alone. The colours of points are those of Making Data
// Count; #a6a6a6 and #00b0f0 have too little contrast with paper, so every marker has a dark outline.
const inFile = {
  ground: 'fill="#ffffff"',
  grid: 'stroke="#d8dde0" stroke-width="1"',
  axis: 'stroke="#768692" stroke-width="1"',
  tick: `fill="#4c6272" ${letters}`,
  line: 'fill="none" stroke="#768692" stroke-width="2" stroke-linejoin="round"',
  centre: 'fill="none" stroke="#000000" stroke-width="2"',
  limit: 'fill="none" stroke="#4c6272" stroke-width="2" stroke-dasharray="3 4"',
  target: 'fill="none" stroke="#de1b1b" stroke-width="2" stroke-dasharray="12 5"',
  'label-centre': `fill="#212b32" font-weight="bold" ${letters}`,
  'label-limit': `fill="#4c6272" ${letters}`,
  'label-target': `fill="#b31010" font-weight="bold" ${letters}`,
  rebase: 'stroke="#768692" stroke-width="1.5"',
  event: 'stroke="#212b32" stroke-width="1" stroke-dasharray="2 3"',
  badge: 'fill="#ffffff" stroke="#212b32" stroke-width="1.5"',
  letter: `fill="#212b32" font-weight="bold" text-anchor="middle" ${letters}`,
  usual: 'fill="#a6a6a6" stroke="#212b32" stroke-width="1.25"',
  better: 'fill="#00b0f0" stroke="#212b32" stroke-width="1.5"',
  worse: 'fill="#e46c0a" stroke="#212b32" stroke-width="1.5"',
  neutral: 'fill="#490092" stroke="#212b32" stroke-width="1.5"',
  title: `fill="#212b32" font-weight="bold" ${letters}`,
  words: `fill="#212b32" ${letters}`,
  quiet: `fill="#4c6272" ${letters}`,
  'sign-usual':
    'fill="none" stroke="#768692" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"',
  'sign-better':
    'fill="none" stroke="#0072c6" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"',
  'sign-worse':
    'fill="none" stroke="#c75300" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"',
  'sign-neutral':
    'fill="none" stroke="#490092" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"',
  'sign-aim': 'fill="none" stroke="#212b32" stroke-width="2" stroke-dasharray="4 3"',
} as const

/** Colours in the markup itself, for a file that is opened anywhere. */
export const byAttributes: Painter = (name) => ` ${inFile[name]}`
