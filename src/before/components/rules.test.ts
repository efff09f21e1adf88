import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { inTold, mostParts, whyNoPart, type Hold } from './rules.ts'

const part = (id: string, hold: Hold, what = id) => ({ id, hold, what })

test('the core is told first, then what may be adapted or left out, each in the order it was added', () => {
  const parts = [part('1', 'optional'), part('2', 'core'), part('3', 'adaptable'), part('4', 'core')]
  deepEqual(
    inTold(parts).map(({ id }) => id),
    ['2', '4', '3', '1'],
  )
  deepEqual(inTold([]), [])
})

test('why no part: the same words twice, or too many; a part is not in the way of itself', () => {
  const one = part('1', 'core', 'A nurse rings')
  equal(whyNoPart([], 'A nurse rings'), undefined)
  equal(whyNoPart([one], 'A nurse rings')?.says, 'There is a part with these words already')
  equal(whyNoPart([one], 'A nurse rings', '1'), undefined)
  const many = Array.from({ length: mostParts }, (_, at) => part(String(at), 'core'))
  equal(whyNoPart(many, 'One more')?.says, 'An idea has at most 30 parts. Say several in one.')
  equal(whyNoPart(many, 'Other words', '0'), undefined)
})
