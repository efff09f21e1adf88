import { equal, ok } from 'node:assert/strict'
import { readConfig } from '../../src/config.ts'
import { signInLink } from '../../src/before/people/terminal.ts'
import { paths } from '../../src/paths.ts'
import type { Terminal, Verb } from '../../src/platform/terminal/verb.ts'
import type { House } from '../house.ts'
import { lettersOf } from '../letters.ts'
import type { Visitor } from '../visitor.ts'
import { press, send } from './forms.ts'

/** The output of a terminal's verb; its complaints are told when it fails. */
export async function printed(
  { store }: House,
  verb: Verb,
  places: string[],
  options: Record<string, string | boolean> = {},
): Promise<string> {
  const lines: string[] = []
  const complaints: string[] = []
  const say = (line: string) => void lines.push(line)
  const terminal = {
    config: readConfig({}),
    store: async () => store,
    say,
    write: say,
    complain: (line: string) => void complaints.push(line),
    progress() {},
  }
  equal(
    await verb.run(terminal as unknown as Terminal, { places, options }),
    0,
    [...lines, ...complaints].join('\n'),
  )
  return lines.join('\n')
}

/** The first person of a new server is signed in by whoever runs it. */
export async function signedInByOperator(house: House, email: string, name: string): Promise<Visitor> {
  const link = new URL(await printed(house, signInLink, [email], { name })).pathname
  const visitor = house.visitor()
  await press(visitor, link, link)
  return visitor
}

/** Everybody else is, by a mailed link. */
export async function signedInByMail(house: House, email: string): Promise<Visitor> {
  const visitor = house.visitor()
  await send(visitor, paths.signIn({}), { email })
  const letter = (await lettersOf(house)).findLast((one) => one.kind === 'people.signIn' && one.to === email)
  ok(letter, `no letter to ${email}`)
  await press(visitor, letter.links[0]!, letter.links[0]!)
  return visitor
}

export const joinByCode = async (house: House, code: string): Promise<Visitor> => {
  const visitor = house.visitor()
  await send(visitor, paths.join({}), { code })
  return visitor
}
