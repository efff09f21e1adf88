import { attendeesOf } from '../src/before/sign-ups/store.ts'
import { readConfig } from '../src/config.ts'
import { openConfiguredStore } from '../src/main.ts'
import { startSession } from '../src/platform/auth/sessions.ts'
import { sessionStart } from '../src/platform/http/request-context.ts'
import { operator } from '../src/platform/store/actor.ts'
import { orThrow } from '../src/platform/store/store.ts'

/** The cookie of somebody who has signed up for the demonstration in a folder. */
export async function attendeeCookie(folder: string): Promise<string> {
  const store = await openConfiguredStore(readConfig({ DATA_DIR: folder }))
  try {
    const [attendee] = await attendeesOf(store.db, 'demonstration', 'today')
    if (!attendee) throw new Error('Nobody has signed up for the demonstration')
    const { token, id } = sessionStart()
    const session = { id, kind: 'attendee', actor: attendee.id, network: 'demonstration', idleMinutes: 1200 }
    orThrow(await store.dispatch(startSession, session, { actor: operator }))
    return `session=${token}`
  } finally {
    await store.close()
  }
}
