import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { meetingToCome, toRemindOf } from './rules.ts'

const meeting = (id: string, day: string, cancelled_at: string | null = null) => ({
  id,
  starts_at: `${day}T09:00:00.000Z`,
  ends_at: `${day}T10:00:00.000Z`,
  cancelled_at,
})
const may = meeting('may', '2027-05-13')
const june = meeting('june', '2027-06-24')
const off = meeting('off', '2027-05-06', '2027-04-01T00:00:00.000Z')

for (const [now, next, remind] of [
  ['2027-05-01T09:00:00.000Z', 'may', undefined],
  ['2027-05-06T08:59:59.999Z', 'may', undefined],
  ['2027-05-06T09:00:00.000Z', 'may', 'may'],
  ['2027-05-13T08:59:00.000Z', 'may', 'may'],
  ['2027-05-13T09:30:00.000Z', 'may', undefined],
  ['2027-05-13T10:00:00.000Z', 'june', undefined],
  ['2027-06-24T10:00:00.000Z', undefined, undefined],
] as const)
  test(`at ${now} what is said is for ${next ?? 'none'}, and ${remind ? 'teams are reminded' : 'nobody is reminded'}`, () => {
    const meetings = [june, off, may]
    equal(meetingToCome(meetings, now)?.id, next)
    equal(toRemindOf(meetings, now)?.id, remind)
  })
