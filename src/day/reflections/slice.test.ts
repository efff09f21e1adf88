import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf } from '../../../test/ballot.ts'
import { openHouse } from '../../../test/house.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { told } from '../../../test/desk.ts'
import { errorsOn, filledIn, hiddenFieldsOf, mainOf, wordsOn } from '../../../test/visitor.ts'
import { paths } from '../../paths.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow } from '../../platform/store/store.ts'
import { reflect } from './commands.ts'
import { reflectionFor, reflectionsOf } from './store.ts'

onBothDatabases('Reflections', (database) => {
  test('an attendee reflects for the team, and everyone of the day reads it', async (t) => {
    const house = await openHouse(t, { database })
    const { network, event, of, people } = await ballotOf(house.store)
    const at = { network, event, idea: 'hub' }
    const nurse = await house.as(of['brent']![0]!)
    match(
      wordsOn((await nurse.get(paths.reflections(at))).text),
      /Your team has yet to reflect on hub .* step/,
    )
    const written = { keep: 'The hub', change: 'Fewer rooms', leaveOut: '', firstTest: 'One morning' }
    equal((await nurse.submit(paths.reflection(at), written)).location, paths.reflections(at))
    match(
      wordsOn((await nurse.get(paths.reflections(at))).text),
      /yet to reflect on step .* Your team has reflected on hub \(.*\) Who has looked at what 1 of 6 reflections are written/,
    )
    const fromNow = `${paths.reflection(at)}?from=now`
    equal(
      (await nurse.submit(fromNow, { ...written, keep: 'The whole hub' })).location,
      paths.now({ network, event }),
    )
    match(wordsOn((await nurse.get(paths.now({ network, event }))).text), /Reflection saved/)
    const row = await reflectionFor(house.store.db, network, event, 'brent', 'hub')
    deepEqual(
      [row?.keep, row?.change, row?.leave_out, row?.first_test],
      ['The whole hub', 'Fewer rooms', null, 'One morning'],
    )
    const other = await house.as(of['harrow']![0]!)
    const read = await other.get(paths.teamReflection({ ...at, team: 'brent' }))
    equal(
      mainOf(read.text),
      'Reflections on an idea from Harrow hub Brent Keep The whole hub Change Fewer rooms Leave out – First small test One morning All reflections',
    )
    equal(read.text.includes('<textarea'), false)
    equal((await (await house.as(people.stranger)).get(paths.reflections(at))).status, 403)
  })

  test('nobody reflects for another team or on their own idea, and an empty one is asked for', async (t) => {
    const house = await openHouse(t, { database })
    const { network, event, of, people } = await ballotOf(house.store)
    const send = async (actor: Parameters<typeof house.as>[0], team: string, idea: string, keep: string) => {
      const answer = await house.store.dispatch(reflect, { network, event, idea, team, keep }, { actor })
      return isRefusal(answer) ? answer.refused : 'saved'
    }
    deepEqual(
      [
        await send(of['brent']![0]!, 'harrow', 'tree', 'All'),
        await send(of['brent']![0]!, 'brent', 'tree', 'All'),
        await send(of['brent']![0]!, 'brent', 'hub', ' '),
        await send(people.board, 'brent', 'hub', 'All'),
        await send(people.stranger, 'brent', 'hub', 'All'),
      ],
      [
        'You may not do this here. It can be done by someone of the team or an organiser of the network.',
        'This is the idea of those you came with. Reflect on those of the others.',
        'Write something in at least one of the boxes',
        'You may not do this here. It can be done by someone of the team or an organiser of the network.',
        'You may not do this here. It can be done by someone of the team or an organiser of the network.',
      ],
    )
    deepEqual(await reflectionsOf(house.store.db, network, event), [])
  })

  test('what a colleague saved meanwhile is shown beside, not written over', async (t) => {
    const house = await openHouse(t, { database })
    const { network, event, of } = await ballotOf(house.store)
    const at = { network, event, idea: 'hub' }
    const [one, other] = [await house.as(of['brent']![0]!), await house.as(of['brent']![1]!)]
    const begun = hiddenFieldsOf((await one.get(paths.reflection(at))).text, paths.reflection(at))
    equal((await other.submit(paths.reflection(at), { keep: 'Theirs' })).status, 303)
    const clash = await one.post(paths.reflection(at), { ...begun, keep: 'Mine' })
    equal(clash.status, 409)
    deepEqual(errorsOn(clash.text), [
      'Somebody has saved this since you opened it, and changed what you changed. Nothing of yours is lost: put together what should stay, then save again.',
      'Saved meanwhile: Theirs',
    ])
    match(wordsOn(clash.text), / Error: Saved meanwhile: Theirs/)
    deepEqual(filledIn(clash.text), { keep: 'Mine' })
    equal((await reflectionFor(house.store.db, network, event, 'brent', 'hub'))?.keep, 'Theirs')
    const again = hiddenFieldsOf(clash.text, paths.reflection(at))
    equal((await one.post(paths.reflection(at), { ...again, keep: 'Mine and theirs' })).status, 303)
    equal((await reflectionFor(house.store.db, network, event, 'brent', 'hub'))?.keep, 'Mine and theirs')
  })

  test('what a colleague saved in a box that I left alone stays, also when I save twice; it is told', async (t) => {
    const house = await openHouse(t, { database })
    const { network, event, of } = await ballotOf(house.store)
    const at = { network, event, idea: 'hub' }
    const path = paths.reflection(at)
    const saved = async () => {
      const row = await reflectionFor(house.store.db, network, event, 'brent', 'hub')
      return [row?.keep, row?.first_test]
    }
    const [one, other] = [await house.as(of['brent']![0]!), await house.as(of['brent']![1]!)]
    equal((await other.submit(path, { keep: 'All of it' })).status, 303)
    const older = hiddenFieldsOf((await one.get(path)).text, path)
    equal((await other.submit(path, { keep: 'All of it', firstTest: 'One clinic' })).status, 303)
    const mine = { ...older, keep: 'Most of it', change: '', leaveOut: '', firstTest: '' }
    const answer = await one.post(path, mine)
    equal(answer.status, 303)
    equal(told(answer), 'Reflection saved. What somebody else saved meanwhile has been kept')
    deepEqual(await saved(), ['Most of it', 'One clinic'])
    equal((await one.post(path, mine)).status, 303)
    deepEqual(await saved(), ['Most of it', 'One clinic'])
  })

  test('two who send at once make one reflection, and one of them is asked again', async (t) => {
    const { store } = await openHouse(t, { database })
    const { network, event, of } = await ballotOf(store)
    const sent = of['brent']!.map((actor, at) =>
      store.dispatch(reflect, { network, event, idea: 'hub', team: 'brent', keep: `Text ${at}` }, { actor }),
    )
    const answers = await Promise.all(sent)
    equal(answers.filter((answer) => !isRefusal(answer)).length, 1)
    equal((await reflectionsOf(store.db, network, event)).length, 1)
    const [actor] = of['brent']!
    const saved = (await reflectionsOf(store.db, network, event))[0]!
    const same = { network, event, idea: 'hub', team: 'brent', keep: saved.keep }
    orThrow(await store.dispatch(reflect, same, { actor: actor! }))
  })
})
