import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '../../../../test/day.ts'
import { openHouse } from '../../../../test/house.ts'
import { lettersOf } from '../../../../test/letters.ts'
import { peopleOf } from '../../../../test/people.ts'
import { onBothDatabases } from '../../../../test/stores.ts'
import { paths } from '../../../paths.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { addTeam, startNetwork } from '../../networks/commands.ts'
import { addSignUp } from './sign-up.ts'

onBothDatabases('Marks', (database) => {
  test('the letters of a demonstration and its calendar say that it is one', async (t) => {
    const house = await openHouse(t, { database })
    const { stranger } = await peopleOf(house.store)
    const by = { actor: stranger }
    const words = { teamNoun: 'site', teamNounPlural: 'sites', boardName: 'Board', qiTeamName: 'QI team' }
    const { id: network } = orThrow(
      await house.store.dispatch(startNetwork, { name: 'Trial', kind: 'demonstration', ...words }, by),
    )
    orThrow(await house.store.dispatch(addTeam, { network, name: 'Park' }, by))
    const { event } = await dayOf(house, { network, organiser: stranger }, { perTeam: 0 })
    const given = { name: 'Ann', email: 'ann@example.invalid', team: 'park', profession: 'Nurse' }
    orThrow(await house.store.dispatch(addSignUp, { network, event, ...given }, by))
    const mark = 'Demonstration: the people and what they say here are invented'
    const [letter] = await lettersOf(house)
    assert.equal(letter!.subject, '[Demonstration] You are signed up for Day')
    assert.equal(letter!.text.split('\n')[0], mark)
    assert.ok(letter!.html.startsWith(`<p><strong>${mark}</strong></p>`))
    const { text } = await house.visitor().get(paths.eventCalendar({ network, event }))
    for (const file of [letter!.attachments![0]!.body, text]) {
      assert.ok(file.includes('X-WR-CALNAME:[Demonstration] Day\r\n'))
      assert.ok(file.includes('SUMMARY:[Demonstration] Day\r\n'))
      assert.ok(file.replaceAll('\r\n ', '').includes(`DESCRIPTION:${mark}`))
    }
  })
})
