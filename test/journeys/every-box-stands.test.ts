import { deepEqual, ok } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sceneOfSuite } from '../scene.ts'
import { isStream, urlOf } from './addresses.ts'
import { formOn } from './forms.ts'

/** The name of an answer that is given in three boxes is that of its day. */
const answerOf = (box: string) => box.replace(/-(day|month|year)$/, '')

describe('A form that changes what is stored', () => {
  const set = sceneOfSuite()

  test('has in each box what stands there: a box that stood empty would clear it', async () => {
    const organiser = await set.house.as(set.people.organiser)
    const forms: string[] = []
    const forgotten: string[] = []
    for (const { method, url: pattern, ...address } of set.house.app.admissions) {
      if (method !== 'GET' || isStream({ method, url: pattern, ...address })) continue
      const url = urlOf(pattern, set.nouns)
      const form = formOn((await organiser.get(url)).text, url)
      const stood = form?.['_stood']?.[0]
      if (!stood?.includes(':')) continue
      forms.push(pattern)
      const standing = new Set(stood.split(' ').map((pair) => pair.split(':')[0]))
      const boxes = Object.keys(form!).filter((name) => !name.startsWith('_') && name !== 'notIdentifiers')
      for (const box of boxes) if (!standing.has(answerOf(box))) forgotten.push(`${pattern}: ${box}`)
    }
    ok(forms.length > 8, forms.join('\n'))
    deepEqual(forgotten, [], 'Add it to the `values` of its form in routes.ts')
  })
})
