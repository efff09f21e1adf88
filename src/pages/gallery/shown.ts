import * as samples from '../../platform/face/samples.ts'
import type { Sample } from '../../platform/face/samples/sample.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { stylesheet } from '../../platform/http/assets.ts'
import type { Content } from '../../platform/http/site.ts'
import type { State } from './state.ts'
import * as pages from './states.ts'
import { overview } from './views.ts'

const slug = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const styled = new Set([...stylesheet().matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!))

/**
 * Names without a look of their own: hooks of scripts, those of single icons, forms and sheets, and the navigation's,
 * whose looks are ours by another name.
 */
const needsNone =
  /^(app-print$|nhsuk-(icon--|js-|header__(account-form$|navigation|menu)|pagination__link--|search-input))/

/** The classes that stand in markup and not in the stylesheet: bin/build.js leaves out what no page needs. */
export const unstyledIn = (markup: Html): string[] =>
  [...new Set([...markup.toString().matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')))]
    .filter((name) => /^(nhsuk|app)-/.test(name) && !needsNone.test(name) && !styled.has(name))
    .toSorted()

/** The components, each by its name. */
const components: [string, Sample][] = Object.entries(samples)

/** Samples that may stand beside all others in one page. */
const together = components.filter(([, sample]) => !sample.alone)

const alone: State[] = components
  .filter(([, sample]) => sample.alone)
  .flatMap(([name, sample]) =>
    Object.entries(sample.states).map(([state, shown]) => ({
      name: slug(`${name} ${state}`),
      says: state,
      show: () => ({
        title: `${name}: ${state}`,
        bare: 'print' as const,
        body: html`${shown}
          <h1 class="nhsuk-u-visually-hidden">${name}: ${state}</h1>`,
      }),
    })),
  )

/** Everything that is a page of its own, in the order of the overview. */
export const states: State[] = [...alone, ...Object.values(pages).flat()]

export const overviewContent = (): Content => ({
  title: 'Gallery',
  body: overview({ together, states, unstyledIn }),
  wide: true,
  framing: true,
})
