import { deepEqual } from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { dayField } from '../face/day-field.ts'
import { command, everyone } from '../store/command.ts'
import { asked, emptyForm, errorOf, valuesOf, type FieldsOf, type FormState } from './state.ts'

const answer = { topic: () => 'x', who: everyone, said: 'did', run: () => Promise.resolve({ id: 'x' }) }

const vote = command('test.vote', {
  ...answer,
  input: z.union([
    z.object({ way: z.literal('hands'), hands: z.record(z.string(), z.number()) }),
    z.object({ way: z.literal('paper'), choice: z.array(z.string()), byDay: z.string().nullable() }),
  ]),
})

type Vote = FormState<FieldsOf<typeof vote>>

/** Only compiled: what it says of itself is checked there. */
export const onlyWhatTheCommandTakes = (form: Vote) => [
  asked(form, 'way'),
  asked(form, 'hands'),
  asked(form, 'hands-hub'),
  valuesOf(form, 'choice'),
  errorOf(form, 'choice'),
  dayField(form, 'byDay', { legend: 'By when' }),
  // @ts-expect-error: nothing of this name is taken
  asked(form, 'chioce'),
  // @ts-expect-error: nor of this one
  dayField(form, 'onDay', { legend: 'When' }),
]

const part = (form: FormState<'way' | 'choice'>) => [asked(form, 'way'), asked(form, 'choice')]
const nothing = (form: FormState) =>
  // @ts-expect-error: it says no name
  asked(form, 'way')

export const withMoreNamesAndNotWithFewer = (form: Vote, fewer: FormState<'way'>) => [
  part(form),
  nothing(form),
  // @ts-expect-error: it has no choice
  part(fewer),
]

describe('A form is asked for one name', () => {
  test('what was typed and what is wrong come back under it', () => {
    const form = { ...emptyForm({ way: 'paper', choice: ['a', 'b'] }), errors: { choice: 'One is enough' } }
    deepEqual(part(form), [
      { name: 'way', value: 'paper' },
      { name: 'choice', value: 'a', error: 'One is enough' },
    ])
    deepEqual(valuesOf(form, 'choice'), ['a', 'b'])
  })
})
