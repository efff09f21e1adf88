// A process that takes places as fast as it can and says which are stored, until it is killed.
import { anyone } from '../src/platform/store/actor.ts'
import { openStore } from '../src/platform/store/store.ts'
import { migrations } from './stores.ts'
import { commands, layTable, takePlace } from './writing.ts'

const store = await openStore({
  at: process.argv[2]!,
  secret: 'a secret for tests',
  migrations,
  commandsModule: new URL('./writing.ts', import.meta.url).href,
  commands,
  thread: true,
})
await store.dispatch(layTable, {}, { actor: anyone })
const event = 'e'
for (let at = 0; ; at += 20) {
  const ids = Array.from({ length: 20 }, (_each, of) => `${at + of}`)
  const taking = ids.map(async (id) => {
    await store.dispatch(takePlace, { event, id, capacity: 1_000_000 }, { actor: anyone })
    process.stdout.write(`${id}\n`)
  })
  await Promise.all(taking)
}
