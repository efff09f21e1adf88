import { html, Html } from './html.ts'

/** Words for a person: a string is escaped, markup is kept. */
export type Words = string | Html

/** Lets `label: 'Name'` stand for `label: { text: 'Name' }`. */
export const spelled = <Props extends { text?: Words }>(given: Words | Props): Props =>
  typeof given === 'string' || given instanceof Html ? ({ text: given } as Props) : given

export const said = (words: Words | undefined): words is Words =>
  words !== undefined && words.toString() !== ''

/** Longer words must be broken somewhere. */
const longestWhole = 20

/** Words such as “Spread-a-thon” stay in one line, in letters so large that few of them stand in it. */
export const unbroken = (words: string): Html =>
  html`${words
    .split(/(\S*\w-\w\S*)/)
    .map((part, at) =>
      at % 2 === 1 && part.length <= longestWhole ? html`<span class="nhsuk-u-nowrap">${part}</span>` : part,
    )}`
