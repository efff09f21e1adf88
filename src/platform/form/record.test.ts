import { deepEqual, equal } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { recordFields, recordRows } from '../face/record-fields.ts'
import { choice, day, record, text, whole } from './record.ts'
import { emptyForm } from './state.ts'

const card = record({
  title: text({
    label: 'One line',
    most: 10,
    missing: 'Enter one line',
    says: 'In one line',
    searched: true,
    rehearsed: true,
  }),
  slidesUrl: text({
    label: 'Slides',
    hint: 'Where they are',
    most: 20,
    says: 'Where slides are',
    web: true,
    fits: (url) => (url.startsWith('https://') ? undefined : 'Enter it in full'),
  }),
  byDay: day({ label: 'By when', says: 'By when', private: true }),
})

const after = record(
  { decision: choice({ on: 'Go on', off: 'Stop' }, { label: 'Then', missing: 'Choose one', says: 'Then' }) },
  { later: true },
)

const past = record({
  who: text({ label: 'Who', most: 9, missing: 'Enter who', says: 'Who', unrecorded: true }),
})

const numbers = record({
  places: whole({ label: 'Places', least: 1, most: 9, wrong: 'Enter 1 to 9', says: 'Places', width: 2 }),
  rounds: whole({
    label: 'Rounds',
    least: 0,
    most: 3,
    missing: 'Enter how many',
    wrong: '0 to 3',
    says: 'Rounds',
  }),
  way: choice(
    { on: 'Go on', off: 'Stop' },
    { label: 'Way', hints: { off: 'For good' }, missing: 'Choose one', says: 'Way' },
  ),
  why: text({ label: 'Why', hint: 'Only for a stop', most: 9, sometimes: true, says: 'Why' }),
})

const input = z.object(card.input)
const faults = (given: object) =>
  Object.fromEntries(input.safeParse(given).error!.issues.map(({ path, message }) => [path[0], message]))

describe('A record is defined once', () => {
  test('what forms send is read, and what is left out is null', () => {
    deepEqual(input.parse({ title: ' A ', byDay: '2027-4-1' }), {
      title: 'A',
      slidesUrl: null,
      byDay: '2027-04-01',
    })
  })

  test('each fault is said in the words of its field', () => {
    deepEqual(faults({ title: '', slidesUrl: 'example.org', byDay: '2027-13-1' }), {
      title: 'Enter one line',
      slidesUrl: 'Enter it in full',
      byDay: 'By when must be a real date',
    })
    deepEqual(faults({ title: 'x'.repeat(11), slidesUrl: `https://${'x'.repeat(20)}` }), {
      title: 'Enter one line, in 10 characters or fewer',
      slidesUrl: 'Slides must be 20 characters or fewer',
    })
  })

  test('it fills columns, and comes back from them as it is shown and as the form has it', () => {
    const row = card.columns({ title: 'A', slidesUrl: null, byDay: '2027-04-01' })
    deepEqual(row, { title: 'A', slides_url: null, by_day: '2027-04-01' })
    deepEqual(card.shows(row), { title: 'A', slidesUrl: null })
    deepEqual(card.values(row), { title: 'A', slidesUrl: '', byDay: '2027-04-01' })
    equal(card.searched(row), 'A')
  })

  test('a file is held to the limits of the form', () => {
    const { title, slidesUrl, byDay } = card.section
    deepEqual([title.required, title.most, title.says], [true, 10, 'In one line'])
    deepEqual(
      [slidesUrl.required, slidesUrl.fits!('x'), slidesUrl.fits!('https://x')],
      [false, 'Enter it in full', undefined],
    )
    deepEqual([byDay.kind, byDay.required], ['day', false])
    deepEqual([card.rehearsed, byDay.private], [['title'], true])
  })

  test('what is filled in later must be given then, and is null before', () => {
    equal(z.object(after.input).safeParse({}).error!.issues[0]!.message, 'Choose one')
    deepEqual(after.shows({}), { decision: null })
    equal(z.object(after.shown).parse({ decision: null }).decision, null)
    deepEqual([after.section.decision.required, after.section.decision.choices], [false, ['on', 'off']])
  })

  test('a whole number is read from text and held to its limits', () => {
    const read = (given: object) => z.object(numbers.input).safeParse({ way: 'on', ...given })
    deepEqual(read({ places: '', rounds: '0' }).data, { places: null, rounds: 0, way: 'on', why: null })
    deepEqual(read({ places: 9, rounds: ' 3 ' }).data, { places: 9, rounds: 3, way: 'on', why: null })
    const wrong = (given: object) => read(given).error!.issues.map(({ message }) => message)
    deepEqual(wrong({ places: '1.5' }), ['Enter 1 to 9', 'Enter how many'])
    deepEqual(wrong({ places: 'many', rounds: 4 }), ['Enter 1 to 9', '0 to 3'])
    deepEqual([numbers.section.places.kind, numbers.values({ places: 3 }).places], ['number', '3'])
  })

  test('a choice may have hints, and what is needed in some cases is not called optional', () => {
    const asked = recordFields(numbers, emptyForm()).toString()
    equal(/Places \(optional\)/.test(asked) && /inputmode="numeric"/.test(asked), true)
    equal(/For good/.test(asked) && !/Why \(optional\)/.test(asked), true)
  })

  test('what was not recorded is null in a row and a file, and must be given in a form all the same', () => {
    const { who } = past.section
    deepEqual([who.required, past.empty, past.shows({})], [false, { who: null }, { who: null }])
    equal(z.object(past.input).safeParse({}).error!.issues[0]!.message, 'Enter who')
    deepEqual(card.empty, { slides_url: null, by_day: null })
  })

  test('a form asks for each as its kind is asked for, in order, with what was typed and what is wrong', () => {
    const form = { ...emptyForm({ title: 'Typed' }), errors: { title: 'Enter one line' } }
    const asked = recordFields(card, form).toString()
    const at = ['name="title"', 'name="slidesUrl"', 'name="byDay-day"'].map((name) => asked.indexOf(name))
    deepEqual(
      at,
      at.filter((place) => place > 0).toSorted((one, other) => one - other),
    )
    equal(/value="Typed"/.test(asked) && /Enter one line/.test(asked), true)
    equal(/Slides \(optional\)/.test(asked) && /type="url"/.test(asked) && /Where they are/.test(asked), true)
    equal(/type="radio"[^>]*value="off"/.test(recordFields(after, emptyForm()).toString()), true)
  })

  test('a page shows what is named, and says what is missing', () => {
    const rows = recordRows(card, { title: 'A', slidesUrl: null }, ['title', 'slidesUrl'], 'Not recorded')
    deepEqual(
      rows.map(({ key, value }) => [
        key,
        value
          .toString()
          .replace(/<[^>]+>/g, '')
          .trim(),
      ]),
      [
        ['One line', 'A'],
        ['Slides', 'Not recorded'],
      ],
    )
  })
})
