import { doDontList } from '../do-dont-list.ts'
import { html } from '../html.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['do-dont-list.ts'],
  states: {
    plain: html`${doDontList({
      heading: { text: 'Do', level: 3 },
      icon: 'tick',
      items: ['name roles', 'say what surprised you'],
    })}${doDontList({
      heading: { text: 'Don’t', level: 3 },
      icon: 'cross',
      items: ['name patients', longText],
    })}`,
  },
}
