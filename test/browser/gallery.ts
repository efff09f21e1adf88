import assert from 'node:assert/strict'
import { test } from 'node:test'
import { states } from '../../src/pages/gallery/shown.ts'
import { wrongOn } from './axe.ts'
import { openInBrowser } from './open.ts'

/** Pages whose day is not there ask for their parts, which are not there either. */
const none = /^404 for .*\/networks\//

/** Looks at every component and at every state of a page. */
export function everyStateIsFitAt(width: number): void {
  test(`Every component and every state of a page is fit at ${width} pixels`, async (t) => {
    const house = await openInBrowser(t, { mailKey: 'what-the-terminal-showed' })
    const { page } = await house.window(undefined, { width, expects: none })
    await page.goto('/gallery')
    const wrong = await wrongOn(page, 'gallery')
    for (const { name } of states) {
      await page.goto(`/gallery/${name}`)
      wrong.push(...(await wrongOn(page, name)))
    }
    assert.deepEqual(wrong, [])
  })
}
