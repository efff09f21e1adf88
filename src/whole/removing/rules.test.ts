import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { emptyStore } from '../../../test/stores.ts'
import type { Hanging } from '../../platform/store/hanging.ts'
import { sections, slices } from '../../slices.ts'
import { staying } from '../moving/store/staying.ts'
import { hangingOf, kinds, namedBy, trees } from './rules.ts'

test('whatever names an idea, a team or an event goes with it or keeps it', async (t) => {
  const { store, closed } = await emptyStore({ database: 'sqlite' })
  t.after(closed)
  const tables = [...new Set(sections.map(({ table }) => table).concat(Object.keys(staying)))]
  const references: { table: string; column: string; to: string }[] = []
  for (const table of tables) {
    const { rows } = await sql<{ from: string; table: string; to: string }>`
      select "from", "table", "to" from pragma_foreign_key_list(${table})`.execute(store.db as never)
    for (const one of rows)
      if (one.from !== 'network_id' && one.to === 'id')
        references.push({ table, column: one.from, to: one.table })
  }
  assert.ok(references.length > 40)
  const wrong: string[] = []
  for (const kind of kinds) {
    const { table } = trees[kind]
    const hanging = hangingOf(kind, slices)
    const going = new Map<string, Hanging[]>([[table, hanging]])
    const walk = (list: readonly Hanging[]) => {
      for (const one of list)
        if (one.goes) {
          going.set(one.table, [...(going.get(one.table) ?? []), ...(one.hanging ?? [])])
          walk(one.hanging ?? [])
        }
    }
    walk(hanging)
    const direct = new Set(hanging.map((one) => one.table))
    const known = new Set([...going.values()].flat().map(({ table: named, by }) => `${named}.${by}`))
    for (const { table: from, column, to } of references)
      // A record that goes, or keeps the other, by another of its columns needs no second.
      if (going.has(to) && !known.has(`${from}.${column}`) && !going.has(from) && !direct.has(from))
        wrong.push(`${from}.${column} names ${to}, which may be taken away as part of ${table}`)
    for (const { table: from, column, to } of references) {
      const named = namedBy(from, slices).some((one) => one.column === column && one.table === to)
      if (going.has(from) && !going.has(to) && to !== 'people' && !named)
        wrong.push(
          `${from}.${column} names ${to}: say so in names of what hangs, so that it is there when it is put back`,
        )
    }
  }
  assert.deepEqual(
    wrong,
    [],
    'Say what its section is called, so that it keeps what it names, or in hanging of its data.ts that it goes',
  )
})
