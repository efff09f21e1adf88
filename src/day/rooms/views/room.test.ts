import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOn } from '../../../../test/visitor.ts'
import { roomNotes } from './room.ts'

test('The newest note of a room stands first, beside the field for the next', () => {
  const note = (text: string, minute: number) => ({
    id: text,
    text,
    writtenAt: `2027-01-12T10:0${minute}:00.000Z`,
    claimedAt: null,
  })
  const shown = wordsOn(roomNotes([note('First', 1), note('Second', 2)]).toString())
  equal(shown, '10:02am Second 10:01am First')
})
