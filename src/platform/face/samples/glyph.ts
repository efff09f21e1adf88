import { glyph, type GlyphName } from '../glyph.ts'
import { html } from '../html.ts'
import type { Sample } from './sample.ts'

const names: GlyphName[] = [
  'bulb',
  'speech',
  'tick',
  'flag',
  'question',
  'answer',
  'calendar',
  'flask',
  'chart',
  'sprout',
  'cross',
]

export const sample: Sample = {
  of: ['glyph.ts'],
  states: { all: html`<p>${names.map((name) => html`${glyph(name)} ${name} `)}</p>` },
}
