import { caption } from '../caption.ts'
import { heading } from '../heading.ts'
import { html } from '../html.ts'
import { longWord, type Sample } from './sample.ts'

const sizes = ['xl', 'l', 'm', 's', 'xs'] as const

export const sample: Sample = {
  of: ['heading.ts', 'caption.ts'],
  states: {
    'every size': html`${sizes.map((size) => heading({ text: `Change ideas (${size})`, level: 3, size }))}`,
    'with a caption': html`${(['start', 'end', 'before', 'after'] as const).map((placement) =>
      heading({
        text: 'Today’s Spread-a-thon',
        level: 3,
        size: 'l',
        caption: { text: `North West London (${placement})`, placement },
      }),
    )}`,
    'a caption alone': caption({ text: 'North West London', size: 'l' }),
    'long words': heading({ text: longWord, level: 3, size: 'xl' }),
  },
}
