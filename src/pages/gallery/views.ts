import type { Sample } from '../../platform/face/samples/sample.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { scroll } from '../../platform/face/scroll.ts'
import { capitalised } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import type { State } from './state.ts'

interface Shown {
  together: readonly (readonly [string, Sample])[]
  states: readonly State[]
  /** Of which classes the stylesheet knows nothing. */
  unstyledIn(markup: Html): readonly string[]
}

/** A phone, and a window on a desk. */
const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]

/** shownSoFar → Shown so far */
const inWords = (name: string) => capitalised(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))

const idOf = (name: string) => `of-${name}`

const component = ([name, { states }]: readonly [string, Sample], { unstyledIn }: Shown): Html =>
  html`<h2 class="nhsuk-heading-l" id="${idOf(name)}">${inWords(name)}</h2>
    ${Object.entries(states).map(([state, shown]) => {
      const unstyled = unstyledIn(shown)
      return html`<p class="nhsuk-caption-m">${state}</p>
        ${
          unstyled.length > 0 &&
          html`<p class="nhsuk-hint">Not in the stylesheet, as no page has it: ${unstyled.join(', ')}</p>`
        }
        ${shown}`
    })}`

/** At both widths, each loaded when it is scrolled to. */
function framed({ name, says }: State): Html {
  const src = paths.galleryState({ state: name })
  return html`<h2 class="nhsuk-heading-m" id="${idOf(name)}"><a href="${src}">${name}</a></h2>
    <p>${says}</p>
    ${sizes.map(({ width, height }) => {
      const id = `${idOf(name)}-${width}`
      return html`<p class="nhsuk-hint" id="${id}">${name}, ${width} pixels wide</p>
        ${scroll({
          labelledBy: id,
          focusable: true,
          content: html`<iframe
            src="${src}"
            title="${name}, ${width} pixels wide"
            width="${width}"
            height="${height}"
            loading="lazy"
          ></iframe>`,
        })}`
    })}`
}

const link = (name: string, text: string) => html`<li><a href="#${idOf(name)}">${text}</a></li>`

/** Every component in its states, then every state of a page. */
export function overview(shown: Shown): Html {
  const { together, states } = shown
  return html`<h1 class="nhsuk-heading-xl">Gallery</h1>
    <p>What people see, in every state. Nothing here is real, and no button leads anywhere.</p>
    <ul class="nhsuk-list nhsuk-u-clearfix">
      ${together.map(([name]) => link(name, inWords(name)))} ${states.map(({ name }) => link(name, name))}
    </ul>
    ${together.map((one) => component(one, shown))} ${states.map(framed)}`
}
