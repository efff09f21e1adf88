import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { addItem, removeItem } from '../../src/day/programme/commands/items.ts'
import { paths } from '../../src/paths.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { peopleOf } from '../people.ts'
import { sceneOf } from '../scene.ts'
import { openInBrowser } from './open.ts'

async function openScene(t: TestContext, size: { width: number; height?: number }) {
  const house = await openInBrowser(t)
  const people = await peopleOf(house.store, 'demonstration')
  const { nouns: all } = await sceneOf(house.store, people)
  const nouns = all as Record<'network' | 'event' | 'team' | 'idea' | 'ballot' | 'review' | 'item', string>
  const { page } = await house.window(people.organiser, size)
  return { ...house, people, nouns, page }
}

/**
 * Targets that a finger misses (WCAG 2.2, 2.5.8): smaller than 24 pixels, not words within a sentence, and with
 * another so near that circles of 24 pixels around both would touch.
 */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 24
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href],button,input:not([type=hidden]),select,textarea,summary',
      ),
    ].filter((one) => one.getClientRects().length > 0 && !one.matches('.nhsuk-skip-link'))
    const boxes = new Map(targets.map((one) => [one, one.getBoundingClientRect()]))
    const isSmall = ({ width, height }: DOMRect) => width < least || height < least
    const isInSentence = (one: HTMLElement) =>
      getComputedStyle(one).display === 'inline' &&
      [...one.parentElement!.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent!.trim() !== '',
      )
    const [x, y] = [(box: DOMRect) => box.left + box.width / 2, (box: DOMRect) => box.top + box.height / 2]
    const distance = (from: DOMRect, to: DOMRect) =>
      isSmall(to)
        ? Math.hypot(x(from) - x(to), y(from) - y(to)) - least / 2
        : Math.hypot(
            Math.max(to.left - x(from), 0, x(from) - to.right),
            Math.max(to.top - y(from), 0, y(from) - to.bottom),
          )
    return targets
      .filter((one) => {
        const box = boxes.get(one)!
        if (!isSmall(box) || isInSentence(one)) return false
        return targets.some(
          (other) =>
            other !== one &&
            !other.contains(one) &&
            !one.contains(other) &&
            distance(box, boxes.get(other)!) < least / 2,
        )
      })
      .map((one) => `${location.pathname}: ${one.outerHTML.slice(0, 90)}`)
  })

test('What is tapped is 24 pixels high and wide on a phone, or stands apart', async (t) => {
  const { page, nouns } = await openScene(t, { width: 390, height: 844 })
  const small: string[] = []
  for (const path of [
    '/',
    '/me',
    '/help',
    paths.network(nouns),
    paths.ideas(nouns),
    paths.idea(nouns),
    paths.team(nouns),
    paths.people(nouns),
    paths.event(nouns),
    paths.now(nouns),
    paths.desk(nouns),
    paths.programme(nouns),
    paths.attendees(nouns),
    paths.ballots(nouns),
    paths.ballot(nouns),
    paths.pledges(nouns),
    paths.rooms(nouns),
    paths.review(nouns),
    paths.screen(nouns),
  ]) {
    await page.goto(path)
    small.push(...(await tooSmall(page)))
  }
  assert.deepEqual(small, [])
})

test('In a window enlarged to 400 % the header and its mark leave the page its room', async (t) => {
  const { page, nouns } = await openScene(t, { width: 320, height: 256 })
  for (const path of [paths.network(nouns), paths.desk(nouns), paths.now(nouns)]) {
    await page.goto(path)
    const { high, out } = await page.evaluate(() => ({
      high: document.querySelector('header')!.getBoundingClientRect().bottom,
      out: [...document.querySelectorAll<HTMLElement>('header a, header button')]
        .filter((one) => {
          const { right, height } = one.getBoundingClientRect()
          // The way through is one row that moves sideways, to wherever one is.
          const moves = one.closest('.app-navigation') && !one.hasAttribute('aria-current')
          return (right > innerWidth && !moves) || (height < 24 && !one.closest('[hidden]'))
        })
        .map((one) => one.outerHTML),
    }))
    // The mark, the header and the way through the network, each a line of small letters.
    assert.ok(high <= 96, `${path}: ${high}`)
    assert.deepEqual(out, [], path)
  }
})

test('The button of a search stands beside its field, on a phone too', async (t) => {
  const { page, nouns } = await openScene(t, { width: 390, height: 844 })
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(paths.ideas(nouns))
    const [field, button] = [
      await page.locator('.nhsuk-search-input__input').boundingBox(),
      await page.locator('.nhsuk-search-input__button').boundingBox(),
    ]
    assert.ok(button!.x >= field!.x + field!.width - 3, `${width}`)
    assert.ok(Math.abs(button!.y - field!.y) < 3, `${width}`)
  }
})

test('A post is previewed in the sizes of type in which it is read', async (t) => {
  const { page, nouns } = await openScene(t, { width: 1280, height: 844 })
  await page.goto(paths.report(nouns))
  const sizes = await page
    .locator('.app-post :is(p, li)')
    .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).fontSize))])
  assert.deepEqual(sizes, ['19px'])
  const styles = await page
    .locator('.app-post li')
    .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).display))])
  assert.deepEqual(
    styles.filter((display) => display !== 'list-item'),
    [],
  )
})

test('A programme and a meeting are printed without links and buttons, a programme in its columns', async (t) => {
  const { page, nouns, store, people } = await openScene(t, { width: 718, height: 1040 })
  const by = { actor: people.organiser }
  const { network, event } = nouns
  const added = { network, event, kind: 'break', title: 'Lunch', minutes: 45 }
  const { id: item } = orThrow(await store.dispatch(addItem, added, by))
  orThrow(await store.dispatch(removeItem, { network, event, item }, by))
  await page.emulateMedia({ media: 'print' })
  const shots = process.env['SHOTS']
  for (const [path, name] of [
    [paths.programme(nouns), 'programme'],
    [paths.review(nouns), 'meeting'],
  ] as const) {
    await page.goto(path)
    if (shots) await page.screenshot({ path: `${shots}/print-${name}.png`, fullPage: true })
    const stray = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a, button, summary')]
        .filter((one) => {
          if (one.getClientRects().length === 0) return false
          const { textDecorationLine, color } = getComputedStyle(one)
          return (
            !one.matches('a') ||
            textDecorationLine !== 'none' ||
            color !== getComputedStyle(one.parentElement!).color
          )
        })
        .map((one) => one.outerHTML),
    )
    assert.deepEqual(stray, [], path)
  }
  await page.goto(paths.programme(nouns))
  assert.equal(await page.getByText('Change').filter({ visible: true }).count(), 0)
  const tops = await page
    .locator('tbody tr')
    .first()
    .locator('td:visible')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top))
  assert.ok(tops.length === 2 && tops.every((top) => top === tops[0]), `${tops}`)
})

test('The name of the service and whoever is signed in stand on one line, in the middle of the header', async (t) => {
  const { page, nouns } = await openScene(t, { width: 1280, height: 800 })
  for (const width of [768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(paths.event(nouns))
    const [header, name, account] = await page
      .locator('.nhsuk-header__container, .nhsuk-header__service-name, .nhsuk-header__account')
      .evaluateAll((all) =>
        all.map((one) => {
          const words = document.createRange()
          words.selectNodeContents(one)
          const { top, bottom } = (one.matches('a') ? words : one).getBoundingClientRect()
          return (top + bottom) / 2
        }),
      )
    assert.ok(Math.abs(name! - header!) <= 1.5, `${name} in ${header} at ${width}`)
    assert.ok(Math.abs(account! - header!) <= 1.5, `${account} in ${header} at ${width}`)
  }
})
