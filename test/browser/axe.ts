import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { faultsOf } from '../markup.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { target: string[]; html: string }[]
}

/** Violations that axe finds on a page, WCAG 2.2 A and AA: a line each. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(choices: object): Promise<{ violations: Violation[] }> }
    }
    const choices = {
      resultTypes: ['violations'],
      preload: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }
    return (await axe.run(choices)).violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} at ${target.join(' ')}: ${html.slice(0, 200)}`),
  )
}

/** The width by which the page exceeds its window, in CSS pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Until what moves stands: half faded in, nothing has the contrast that it will have. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished),
    ).then(() => undefined),
  )

/** Faults that make a page unfit for somebody, a line each that begins with its place. */
export async function wrongOn(page: Page, where: string): Promise<string[]> {
  await settled(page)
  const wrong = await violationsOn(page)
  const overflow = await overflowOf(page)
  if (overflow > 0) wrong.push(`${overflow} pixels wider than the window`)
  if ((await page.locator('h1').count()) !== 1) wrong.push('not exactly one h1')
  // As it stands after scripts and streams have changed it.
  wrong.push(...faultsOf(await page.content()))
  return wrong.map((one) => `${where}: ${one}`)
}

const fit = new Set<string>()

/** The text of a page, without keys, tokens and ids, which differ from house to house. */
const shownOn = async (page: Page): Promise<string> => {
  const shown = await page.locator('main').evaluate((main) => document.body.className + main.innerHTML)
  return shown.replace(/value="[\w.-]{20,}"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
}

/** The faults of a page, once: a sound page of the same width need not be looked at again. */
export async function wrongOnce(page: Page, where: string): Promise<string[]> {
  const shown = `${page.viewportSize()!.width} ${await shownOn(page)}`
  if (fit.has(shown)) return []
  const wrong = await wrongOn(page, where)
  if (wrong.length === 0) fit.add(shown)
  return wrong
}
