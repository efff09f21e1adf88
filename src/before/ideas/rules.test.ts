import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { coProducerKinds, shownCoProducers, similarIdeas, whyNoSlides } from './rules.ts'

test('slides are at an address of the web and nowhere else', () => {
  const cases: [string, boolean][] = [
    ['https://example.org/slides.pdf', true],
    ['HTTP://example.org', true],
    ['www.example.org', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['/networks', false],
    ['https://', false],
  ]
  for (const [address, allowed] of cases) equal(whyNoSlides(address) === undefined, allowed, address)
})

test('service users stand before carers, and staff last', () => {
  const kept = (['staff', 'carers', 'service_users'] as const).map((kind, at) => ({
    id: String(at),
    kind,
    recruited_by: kind === 'carers' ? 'brent' : null,
    how_many: null,
    note: null,
  }))
  deepEqual(
    shownCoProducers(kept, [{ id: 'brent', name: 'Brent' }], { small: false }).map((one) => [
      one.kind,
      one.recruitedBy,
    ]),
    [
      ['service_users', null],
      ['carers', { id: 'brent', name: 'Brent' }],
      ['staff', null],
    ],
  )
})

test('small counts of service users and carers are for the team and organisers; staff are counted openly', () => {
  const kept = coProducerKinds.flatMap((kind) =>
    [null, 1, 2, 3].map((how_many, at) => ({
      id: `${kind} ${at}`,
      kind,
      recruited_by: null,
      how_many,
      note: null,
    })),
  )
  const seen = (small: boolean) =>
    coProducerKinds.map((kind) =>
      shownCoProducers(kept, [], { small })
        .filter((one) => one.kind === kind)
        .map(({ howMany }) => howMany),
    )
  const all = [null, 1, 2, 3]
  const large = [null, null, null, 3]
  deepEqual(seen(true), [all, all, all, all])
  deepEqual(seen(false), [large, large, large, all])
})

test('similar ideas share two telling words of the title, and half of the shorter; the most alike first', () => {
  const ideas = ['Talk first on the phone', 'One talk first', 'A room for families', 'Phone'].map(
    (title, at) => ({
      id: String(at),
      title,
      problem: null,
    }),
  )
  const similar = (title: string) => similarIdeas(title, ideas).map(({ title: one }) => one)
  deepEqual(similar('First a talk by phone'), ['Talk first on the phone', 'One talk first'])
  deepEqual(similar('Phones'), [])
  deepEqual(similar('Rooms for family visits'), ['A room for families'])
  deepEqual(similar('The of and'), [])
})
