import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMeasure } from '../../src/after/measures/commands/measures.ts'
import { paths } from '../../src/paths.ts'
import { workbookOf } from '../../src/platform/sheets/written.ts'
import { orThrow } from '../../src/platform/store/store.ts'
import { peopleOf } from '../people.ts'
import { violationsOn } from './axe.ts'
import { openInBrowser } from './open.ts'

const day = (at: number) => Temporal.PlainDate.from('2024-01-01').add({ weeks: at }).toString()
const weeks = Array.from({ length: 24 }, (_, at) => [day(at), (at < 14 ? 34 : 24) + ((at * 5) % 7)] as const)
const copied = (from: number, to: number) =>
  ['Week\tDays\tNotes', ...weeks.slice(from, to).map(([on, value]) => `${on}\t${value}\t`)].join('\n')

for (const { width, scripts } of [
  { width: 390, scripts: true },
  { width: 390, scripts: false },
  { width: 1280, scripts: true },
])
  test(`a column is pasted, a file sent and a chart read at ${width}${scripts ? '' : ', without scripts'}`, async (t) => {
    const house = await openInBrowser(t)
    const { network, lead } = await peopleOf(house.store)
    const asked = {
      name: 'Days to first contact',
      kind: 'outcome',
      counted: 'number',
      people: 'no',
      unit: 'days',
      direction: 'decrease',
      target: '28',
    }
    const made = await house.store.dispatch(addMeasure, { network, team: 'brent', ...asked }, { actor: lead })
    const { id: measure } = orThrow(made) as { id: string }
    const { page } = await house.window(lead, { width, scripts })
    await page.goto(paths.measure({ network, measure }))
    await page.getByRole('button', { name: 'Paste from Excel' }).click()
    await page.getByLabel('Readings', { exact: true }).fill(`${copied(0, 12)}\n13/13/2024\t30`)
    await page.getByRole('button', { name: 'Look at what was read' }).click()
    await page.getByText('12 readings can be kept, 1 row cannot').waitFor()
    await page.getByRole('button', { name: 'Go back and change' }).click()
    assert.match(await page.getByLabel('Readings', { exact: true }).inputValue(), /13\/13\/2024\t30/)
    await page.getByRole('button', { name: 'Look at what was read' }).click()
    await page.getByRole('button', { name: 'Keep 12 readings' }).click()
    await page.getByText('12 readings added').waitFor()

    await page.getByRole('button', { name: 'Paste from Excel' }).click()
    const rows = weeks.slice(12).map(([on, value]) => [{ day: on }, value])
    await page.locator('input[type=file]').setInputFiles({
      name: 'waits.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await workbookOf('Waits', ['Week', 'Days'], rows),
    })
    await page.getByRole('button', { name: 'Look at what is in the file' }).click()
    await page.getByRole('button', { name: 'Keep 12 readings' }).click()
    await page.getByText('Days to first contact has improved since').first().waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(wide <= width, `${wide} wide`)
    if (scripts) assert.deepEqual(await violationsOn(page), [])
    await page.goto(paths.measures({ network }))
    await page.getByText('1 shows an improvement').waitFor()
    if (scripts) assert.deepEqual(await violationsOn(page), [])
  })
