import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

interface Stop {
  /** Its looks with the focus, and without. */
  looks: [string, string]
  inSight: boolean
  obscuredBy: string | undefined
}

/** The name of what has the focus: its label, or its words. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement
    return (element.labels?.[0]?.innerText ?? element.innerText).trim()
  })

/** Presses Tab, and holds that the stop can be seen: within the window, under nothing, and looking focused. */
export async function tab(page: Page): Promise<string> {
  await page.keyboard.press('Tab')
  const name = await focused(page)
  const { looks, inSight, obscuredBy } = await stopOf(page)
  assert.ok(inSight, `${name} is in sight when it has the focus`)
  assert.equal(obscuredBy, undefined, `${name} is covered when it has the focus`)
  assert.notEqual(looks[0], looks[1], `${name} shows that it has the focus`)
  return name
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  while (passed.length < 40) {
    const stop = await tab(page)
    if (stop === name) return
    passed.push(stop)
  }
  assert.fail(`Tab does not reach ${name}, only ${passed.join(', ')}`)
}

const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const box = element.getClientRects()[0]!
    const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    const looksOf = (): string =>
      [element, element.nextElementSibling]
        .flatMap((one) =>
          one ? [null, '::before', '::after'].map((part) => getComputedStyle(one, part)) : [],
        )
        .map(({ outline, boxShadow, backgroundColor, borderColor, clipPath }) =>
          [outline, boxShadow, backgroundColor, borderColor, clipPath].join(),
        )
        .join(' / ')
    const withFocus = looksOf()
    element.blur()
    const without = looksOf()
    element.focus({ preventScroll: true })
    return {
      looks: [withFocus, without],
      inSight: box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
      obscuredBy:
        above && (element.contains(above) || above.contains(element)) ? undefined : above?.outerHTML,
    }
  })
