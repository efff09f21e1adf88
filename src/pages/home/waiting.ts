import { membershipsOf } from '../../before/networks/store/networks.ts'
import type { RequestContext } from '../../platform/http/site.ts'
import { served } from '../../served.ts'
import type { Waiting } from './todo.ts'

const gathered = served.flatMap((slice) => slice.todo ?? [])

/** Everything that waits for whoever has signed in, slice by slice in the order of the story; in one network alone. */
export async function waitingFor({ db, actor, now }: RequestContext, network?: string): Promise<Waiting[]> {
  const held = actor.kind === 'person' ? await membershipsOf(db, actor.id) : []
  const roles = network === undefined ? held : held.filter((role) => role.network_id === network)
  if (roles.length === 0) return []
  return (await Promise.all(gathered.map((todo) => todo(db, roles, now)))).flat()
}
