import { Html } from './html.ts'

/** Words for a person: a string is escaped, markup is kept. */
export type Words = string | Html

/** Lets `label: 'Name'` stand for `label: { text: 'Name' }`. */
export const spelled = <Props extends { text?: Words }>(given: Words | Props): Props =>
  typeof given === 'string' || given instanceof Html ? ({ text: given } as Props) : given

export const said = (words: Words | undefined): words is Words =>
  words !== undefined && words.toString() !== ''
