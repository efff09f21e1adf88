import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { addItem } from '../../src/day/programme/commands/items.ts'
import { startItem } from '../../src/day/programme/commands/running.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { dayOf } from '../day.ts'
import { peopleOf } from '../people.ts'
import { openInBrowser } from './open.ts'

const seen = (page: Page) =>
  page.evaluate(() => {
    const box = (one: Element | null) => one!.getBoundingClientRect()
    return {
      letters: Number.parseFloat(getComputedStyle(document.querySelector('h1')!).fontSize),
      code: Number.parseFloat(getComputedStyle(document.querySelector('.app-code')!).fontSize),
      foot: Math.max(
        ...['.app-next', '.app-choice', '.app-join'].map((one) => box(document.querySelector(one)).bottom),
      ),
      line: document.querySelector('.app-offline:not([hidden])')
        ? box(document.querySelector('.app-offline')).top
        : innerHeight,
      over: document.documentElement.scrollHeight - innerHeight,
    }
  })

for (const on of [false, true])
  test(`Without the server the Screen keeps its letters, and its line covers nothing, ${on ? 'while something is on' : 'before the day'}`, async (t) => {
    const house = await openInBrowser(t)
    const people = await peopleOf(house.store, 'demonstration')
    const by = { actor: people.organiser }
    const { network, event } = await dayOf(house, people, { perTeam: 1 })
    for (const title of ['Welcome, and how good ideas spread', 'Choose the change to test at home']) {
      const { id } = orThrow(
        await house.store.dispatch(addItem, { network, event, kind: 'talk', title, minutes: 20 }, by),
      )
      if (on && title.startsWith('Welcome'))
        orThrow(await house.store.dispatch(startItem, { network, event, item: id }, by))
    }
    const pages: { page: Page; name: string; before: Awaited<ReturnType<typeof seen>> }[] = []
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [1024, 576],
    ] as const)
      for (const print of ['', 'large']) {
        const { page } = await house.window(undefined, { width, height, expects: /ERR_|50\d|connection/i })
        await page.goto(`${paths.screen({ network, event })}?print=${print}`)
        await page.waitForFunction(() => document.documentElement.dataset['scripts'] === 'on')
        pages.push({ page, name: `${width} ${print}`, before: await seen(page) })
      }
    house.app.server.server.closeAllConnections()
    await house.app.close()
    for (const { page, name, before } of pages) {
      await page.locator('.app-offline').getByText('The server does not answer').waitFor({ timeout: 40_000 })
      const shots = process.env['SHOTS']
      if (shots) await page.screenshot({ path: `${shots}/away-${on}-${name.replace(' ', '-')}.png` })
      const after = await seen(page)
      assert.equal(after.over, 0, name)
      assert.ok(
        after.letters >= before.letters * 0.85,
        `${name}: letters of ${before.letters} became ${after.letters}`,
      )
      assert.ok(
        after.foot <= after.line,
        `${name}: what ends at ${after.foot} is covered from ${after.line} on`,
      )
    }
    await house.closeDevices()
  })
