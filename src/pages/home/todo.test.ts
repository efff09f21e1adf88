import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { addRecords, anAsk, anEvent, aPledge, commandsOfTests } from '../../../test/records.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { elementsOf } from '../../../test/visitor.ts'
import type { Tables } from '../../platform/store/database.ts'

const aMeeting = (id: string, on_day: string): Tables['reviews'] => ({
  network_id: 'north',
  id,
  series_id: null,
  on_day,
  starts_at: `${on_day}T10:00:00.000Z`,
  ends_at: `${on_day}T11:00:00.000Z`,
  moved_from: null,
  place: null,
  link: null,
  sequence: 0,
  notes: null,
  edited_at: null,
  held_at: null,
  held_by: null,
  cancelled_at: null,
  cancelled_by: null,
  created_at: anEvent.created_at,
})

const wordsIn = (node: object): string => {
  const { value, childNodes = [] } = node as { value?: string; childNodes?: object[] }
  return (value ?? childNodes.map(wordsIn).join('')).replace(/\s+/g, ' ')
}

onBothDatabases('What waits for somebody', (database) => {
  test('asks wait for those who were asked, the next meeting for all who come to it', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests, now: '2027-01-12T09:00:00.000Z' })
    const people = await peopleOf(house.store)
    const forQi = { ...anAsk('a4', 'p1', 'brent', 'A coach'), to_whom: 'qi_team' as const }
    await addRecords(house.store, {
      events: [anEvent],
      pledges: [aPledge('p1', 'brent')],
      asks: [
        anAsk('a1', 'p1', 'brent', 'A room'),
        anAsk('a2', 'p1', 'brent', 'A day a week'),
        { ...anAsk('a3', 'p1', 'brent', 'Tea'), withdrawn_at: anEvent.created_at },
        forQi,
      ],
      reviews: [aMeeting('m1', '2027-01-11'), aMeeting('m2', '2027-01-19'), aMeeting('m3', '2027-03-02')],
    })
    const waiting = async (who: { get(url: string): Promise<{ text: string }> }) => {
      const page = elementsOf((await who.get('/')).text)
      const list = page.find((one) => one.attrs.some(({ value }) => value.includes('app-tap')))
      return list
        ? (list as { childNodes: object[] }).childNodes.map((one) => wordsIn(one).trim()).filter(Boolean)
        : []
    }
    const meeting = 'Meeting on Tuesday 19 January 2027 North, 10am'
    assert.deepEqual(await waiting(await house.as(people.board)), [
      'Answer 2 asks to the Psychosocial Board Waiting 7 days, the oldest: Brent',
      meeting,
    ])
    assert.deepEqual(await waiting(await house.as(people.organiser)), [
      'Answer 1 ask to the QI team Waiting 7 days: Brent',
      meeting,
    ])
    assert.deepEqual(await waiting(await house.as(people.member)), [meeting])
    assert.deepEqual(await waiting(await house.as(people.stranger)), [])
    assert.deepEqual(await waiting(house.visitor()), [])
  })
})
