import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothDatabases, emptyStore } from '../../../test/stores.ts'
import { peopleOf } from '../../../test/people.ts'
import { addTeam } from '../../before/networks/commands.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { isRefusal } from './command.ts'
import { brokenAt, revisionOf } from './journal.ts'

onBothDatabases('A group of commands', (database) => {
  test('a change is stored, journalled and told of once', async (t) => {
    const { store, closed } = await emptyStore({ database })
    t.after(closed)
    const people = await peopleOf(store)
    const told: unknown[] = []
    store.onRevised((revised) => told.push(...revised))
    const before = await revisionOf(store.db, `network:${people.network}`)
    const by = { actor: people.organiser, key: 'once' }
    const first = await store.dispatch(addTeam, { network: people.network, name: 'Westminster' }, by)
    const second = await store.dispatch(addTeam, { network: people.network, name: 'Westminster' }, by)
    assert.deepEqual(first, { id: 'westminster' })
    assert.deepEqual(second, first)
    assert.equal((await teamsOf(store.db, people.network)).length, 4)
    assert.deepEqual(told, [{ topic: `network:${people.network}`, revision: before + 1 }])
    assert.equal(await brokenAt(store.db, `network:${people.network}`), undefined)
  })

  test('a stranger is refused and nothing changes', async (t) => {
    const { store, closed } = await emptyStore({ database })
    t.after(closed)
    const people = await peopleOf(store)
    const before = await revisionOf(store.db, `network:${people.network}`)
    const answer = await store.dispatch(
      addTeam,
      { network: people.network, name: 'X' },
      { actor: people.stranger },
    )
    assert.ok(isRefusal(answer) && answer.forbidden)
    assert.equal(await revisionOf(store.db, `network:${people.network}`), before)
  })
})
