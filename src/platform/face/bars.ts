import { classes, element, type Decoration, type Listed, present } from './element.ts'
import type { Html } from './html.ts'
import { markColour, marked } from './mark.ts'
import type { Words } from './text.ts'

export type Bar = {
  text: Words
  /** From 0 to 1: how much of the width is filled. */
  share: number
  /** The label of the bar in words, such as "12 votes". */
  value: string
  /** Drawn as so many dots, instead of as a bar. */
  dots?: number
  /** Drawn apart from the rest, in weight as well as in colour. */
  first?: boolean
  /** The place whose mark stands before its text and colours the bar. */
  mark?: number | undefined
}

export type BarsProps = Decoration & {
  caption: Words
  bars: Listed<Bar>
  /** From 0 to 1: drawn as a line through every bar, such as how many it takes to win. The caption says it. */
  line?: number | undefined
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`

// An attribute of the drawing, because the content security policy forbids styles in the markup.
const drawn = ({ share, mark }: Bar, line: number | undefined) =>
  element(
    'svg',
    {
      ...(mark !== undefined && { class: markColour(mark) }),
      height: '20',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    element('rect', { width: percent(share), height: '100%' }),
    line !== undefined &&
      element('rect', { class: 'app-bars__line', x: percent(line), width: 2, height: '100%' }),
  )

const nameOf = ({ text, mark }: Bar) =>
  mark === undefined
    ? element('span', {}, text)
    : element('span', { class: 'app-marked' }, marked(mark, text))

/** So many dots at most stand in a row; of more, each stands for several. */
const mostDots = 60

/** A dot for each, those that are meant filled. */
function dotted({ share, dots = 0 }: Bar): Html {
  const many = Math.min(mostDots, dots)
  const filled = Math.round(share * many)
  return element(
    'svg',
    {
      class: 'app-bars__dots',
      viewBox: `0 0 ${Math.max(1, many) * 10} 10`,
      height: '20',
      preserveAspectRatio: 'xMinYMid meet',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    Array.from({ length: many }, (_, at) =>
      element('circle', {
        ...(at >= filled && { class: 'app-bars__dot--open' }),
        cx: at * 10 + 5,
        cy: 5,
        r: at < filled ? 4 : 3.4,
      }),
    ),
  )
}

const row = (bar: Bar, line?: number) =>
  element(
    'tr',
    { class: bar.first && 'app-bars__first' },
    element('th', { scope: 'row' }, nameOf(bar)),
    element('td', {}, bar.dots === undefined ? drawn(bar, line) : dotted(bar)),
    element('td', {}, bar.value),
  )

/** Results as a table that is also a picture: nothing is said by length or colour alone. */
export const bars = (props: BarsProps): Html =>
  element(
    'table',
    { class: classes('app-bars', props.classes), id: props.id, ...props.attributes },
    element('caption', {}, props.caption),
    element(
      'tbody',
      {},
      present(props.bars).map((bar) => row(bar, props.line)),
    ),
  )
