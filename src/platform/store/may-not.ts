import type { Actor } from './actor.ts'
import { mayNot, type AnyCommand, type Refusal } from './command.ts'
import type { Db } from './database.ts'

/**
 * A sender who may not do something is told that, and not the mistakes of the input. Where the policy depends on a
 * field that is wrong itself, nobody can say.
 */
export async function mayNotAnyway(
  db: Db,
  command: AnyCommand,
  { input, parsed, actor }: { input: unknown; parsed: Refusal; actor: Actor },
): Promise<Refusal | undefined> {
  if (typeof input !== 'object' || input === null) return undefined
  const wrong = new Set(Object.keys(parsed.fields ?? {}).map((path) => path.split('.')[0]!))
  const right = Object.fromEntries(Object.entries(input).filter(([name]) => !wrong.has(name)))
  let askedForWrong = false
  const watched = new Proxy(right, {
    get(target, name) {
      askedForWrong ||= typeof name === 'string' && wrong.has(name)
      return Reflect.get(target, name) as unknown
    },
  })
  const may = await Promise.resolve(command.who.allows(db, watched as never, actor)).catch(() => true)
  return may || askedForWrong ? undefined : mayNot(command)
}
