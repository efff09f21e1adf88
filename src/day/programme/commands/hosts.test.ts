import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskOf, nouns, press, told } from '../../../../test/desk.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { hiddenFieldsOf } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'

onBothDatabases('Several hosts at the Desk', (database) => {
  test('Two who press Start at once start it once, and the second is told by whom', async (t) => {
    const { olu, amina, ids, at, times } = await deskOf(t, database, ['One', 'Two'])
    const both = await Promise.all(
      [olu, amina].map((who) => press(who, paths.itemStart(at(ids[0]!)), { seen: '' })),
    )
    assert.deepEqual(
      both.map(({ status }) => status),
      [303, 303],
    )
    const words = both.map(told).sort()
    assert.equal(words[1], 'Started One')
    assert.match(words[0]!, /^(Olu Organiser|Amina Host) started it already, at 9am$/)
    assert.deepEqual(await times(), { One: ['09:00', undefined], Two: [undefined, undefined] })
  })

  test('A press that comes late does nothing and says who was first', async (t) => {
    const { olu, amina, ids, at, times, seen, clock } = await deskOf(t, database, ['One', 'Lunch', 'Three'])
    await press(olu, paths.itemStart(at(ids[0]!)), { seen: '' })
    const stood = await seen()
    clock.move(10)
    await press(amina, paths.itemStart(at(ids[1]!)), { seen: stood })
    const before = await times()
    const late = [
      await press(olu, paths.itemStart(at(ids[2]!)), { seen: stood }),
      await press(olu, paths.itemSkip(at(ids[2]!)), { seen: stood }),
      await press(olu, paths.itemForward(at(ids[2]!)), { seen: stood }),
      await press(olu, paths.insertItem(nouns), { seen: stood, minutes: '5' }),
      await press(olu, paths.itemExtension(at(ids[0]!)), { seen: stood, minutes: '5' }),
    ]
    for (const answer of late) {
      assert.ok([409, 422].includes(answer.status), String(answer.status))
      assert.match(told(answer), /Amina Host has started Lunch already, at 9:10am\. Nothing was changed\./)
      assert.equal(told(answer).match(/Nothing was changed/g)?.length, 1, 'said once')
    }
    assert.deepEqual(await times(), before)
  })

  test('Two who give 5 minutes at once give 5, not 10', async (t) => {
    const { olu, amina, ids, at, items, seen } = await deskOf(t, database, ['One'])
    await press(olu, paths.itemStart(at(ids[0]!)), { seen: '' })
    const stood = await seen()
    const both = await Promise.all(
      [olu, amina].map((who) => press(who, paths.itemExtension(at(ids[0]!)), { seen: stood, minutes: '5' })),
    )
    assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409])
    assert.equal((await items())[0]!.extra_minutes, 5)
    const refused = both.find(({ status }) => status === 409)!
    assert.match(told(refused), /(Olu Organiser|Amina Host|You) (has|have) given One 5 minutes more already/)
  })

  test('A script is answered in words, what was done and what was not, and only for whom it speaks', async (t) => {
    const { olu, ids, at, times } = await deskOf(t, database, ['One'])
    const page = (await olu.get(paths.desk(nouns))).text
    const sender = /data-sender="([^"]+)"/.exec(page)![1]!
    const values = { ...hiddenFieldsOf(page, paths.itemStart(at(ids[0]!))), seen: '' }
    const send = (given: Record<string, string>, who = sender) =>
      olu.post(paths.itemStart(at(ids[0]!)), given, { 'x-sender': who, accept: 'application/json' })
    assert.deepEqual(JSON.parse((await send({ ...values, seen: 'old' })).text), {
      kind: 'rule',
      refused:
        'The programme has moved on meanwhile. Nothing was changed. Look at what is on now, then press again if it is still wanted.',
    })
    assert.deepEqual(JSON.parse((await send(values, 'somebody else')).text), { elsewhere: true })
    assert.deepEqual(JSON.parse((await send({ ...values, _token: 'old' })).text), { stale: true })
    assert.deepEqual(await times(), { One: [undefined, undefined] })
    assert.deepEqual(JSON.parse((await send(values)).text), { to: paths.desk(nouns) })
    assert.deepEqual(await times(), { One: ['09:00', undefined] })
  })

  test('The same press sent twice by one browser counts once', async (t) => {
    const { olu, ids, at, items } = await deskOf(t, database, ['One'])
    await press(olu, paths.itemStart(at(ids[0]!)), { seen: '' })
    const page = await olu.get(paths.newItem(nouns))
    const token = /name="_token" value="([^"]+)"/.exec(page.text)![1]!
    const same = { _token: token, _key: 'the-same-key-of-one-form', minutes: '10' }
    await olu.post(paths.itemExtension(at(ids[0]!)), same)
    await olu.post(paths.itemExtension(at(ids[0]!)), same)
    assert.equal((await items())[0]!.extra_minutes, 10)
  })

  test('Each sees what the other did last, and may take it back', async (t) => {
    const { olu, amina, ids, at, times, seen, desk, clock } = await deskOf(t, database, ['One', 'Two'])
    await press(olu, paths.itemStart(at(ids[0]!)), { seen: '' })
    const first = await seen()
    clock.move(10)
    await press(olu, paths.itemStart(at(ids[1]!)), { seen: first })
    assert.match(await desk(amina), /Olu Organiser started Two, 9:10am Undo : Olu Organiser started Two/)
    assert.match(await desk(olu), /You started Two, 9:10am/)
    const step = await seen()
    const undone = await press(amina, paths.deskStepRemoval({ ...nouns, step }))
    assert.equal(told(undone), 'Taken back: “Started Two”')
    assert.deepEqual(await times(), { One: ['09:00', undefined], Two: [undefined, undefined] })
    assert.equal(
      told(await press(olu, paths.deskStepRemoval({ ...nouns, step }))),
      'Amina Host took it back already',
    )
    const late = await press(olu, paths.itemFinish(at(ids[0]!)), { seen: step })
    assert.equal(
      told(late),
      'That could not be done: Amina Host has taken back “Started Two”, at 9:10am. Nothing was changed. Look at what is on now, then press again if it is still wanted.',
    )
  })

  test('The day is ended with one press, which finishes what is on, leaves out the rest and can be taken back', async (t) => {
    const { olu, amina, ids, at, items, seen, as, people } = await deskOf(t, database, [
      'One',
      'Two',
      'Three',
    ])
    await press(olu, paths.itemStart(at(ids[0]!)), { seen: '' })
    const before = await items()
    const stood = await seen()
    const lead = await as(people.lead)
    assert.equal((await lead.json('POST', `/api/v1${paths.endedDay(nouns)}`, {})).status, 403)
    const both = await Promise.all(
      [olu, amina].map((who) => press(who, paths.endedDay(nouns), { seen: stood })),
    )
    assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409])
    const done = both.find(({ status }) => status === 303)!
    assert.equal(told(done), 'Ended the day. 2 parts of it left out.')
    const states = (await items()).map(({ finished_at, skipped_at }) => [!!finished_at, !!skipped_at])
    assert.deepEqual(states, [
      [true, false],
      [false, true],
      [false, true],
    ])
    const again = await press(olu, paths.endedDay(nouns), { seen: await seen() })
    assert.equal(told(again), 'That could not be done: The programme is over already')
    await press(olu, paths.deskStepRemoval({ ...nouns, step: await seen() }))
    assert.deepEqual(await items(), before)
  })
})
