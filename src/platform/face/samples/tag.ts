import { html } from '../html.ts'
import { tag, type TagColour } from '../tag.ts'
import { longText, longWord, type Sample } from './sample.ts'

const colours: TagColour[] = [
  'white',
  'grey',
  'green',
  'aqua-green',
  'blue',
  'purple',
  'pink',
  'red',
  'orange',
  'yellow',
]

export const sample: Sample = {
  of: ['tag.ts'],
  states: {
    plain: tag({ text: 'Open' }),
    'every colour': html`${colours.map((colour) => html`${tag({ text: colour, colour })} `)}`,
    'long words': html`${tag({ text: longText, colour: 'green' })} ${tag({ text: longWord, colour: 'red' })}`,
  },
}
