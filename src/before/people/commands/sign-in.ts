import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { normaliseCode } from '../../../platform/auth/codes.ts'
import { endSessionRow, openSession } from '../../../platform/auth/sessions.ts'
import { askLetter, atMost, type Asking } from '../../../platform/mail/requested-letters.ts'
import { post } from '../../../platform/mail/outbox.ts'
import {
  command,
  everyone,
  refuse,
  whoeverRunsTheServer,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { KeyedHash } from '../../../platform/store/keyed-hash.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { EmailAddress, Id, Name } from '../../../platform/form/fields.ts'
import {
  codeRefusals,
  isUnnamed,
  linkMinutes,
  linkRefusals,
  linksWithinMinutes,
  minutesAfter,
  mostLinks,
  mostTries,
  nameFrom,
  Next,
  stateOf,
} from '../rules/sign-in.ts'
import { codeOf, tokenOf } from '../rules/secrets.ts'
import { paths } from '../../../paths.ts'
import { findOrAddPerson, personByEmail, personById } from '../store.ts'
import { addLinkRow, countTry, linkById, markLinkUsed, type SignInLinkRow } from '../store/links.ts'

const topic = () => 'sign-in'

export const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url')

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

type Making = Pick<Circumstances, 'id' | 'now' | 'keyedHash'>

/** The row of a new link; the token and the code are made again from its id when the letter is written. */
function newLink(
  { id, now, keyedHash }: Making,
  { person, email, next, minutes }: { person: string | null; email: string; next: string; minutes: number },
): SignInLinkRow {
  const link = id()
  return {
    id: link,
    address_hash: keyedHash('address', email),
    person_id: person,
    token_hash: hashed(tokenOf(keyedHash, link)),
    code_hash: keyedHash('code', link, codeOf(keyedHash, link)),
    next,
    tries: 0,
    created_at: now,
    expires_at: minutesAfter(now, minutes),
    used_at: null,
  }
}

/**
 * More e-mails than this to one address would be a nuisance, not a help. It begins anew before the last of their links
 * has ended, so that nobody is kept out by somebody else who asks for theirs.
 */
const signInLetters: Asking = { kind: 'sign-in', toAddress: [atMost(mostLinks, linksWithinMinutes * 60)] }

/** Does the same whether or not the address is known, but for the letter. */
export const askSignInLink = command('people.askSignInLink', {
  input: z.object({ email: EmailAddress, next: Next }),
  topic,
  who: everyone,
  internal: true,
  async run(tx, { email, next }, circumstances): Promise<{ id: string } | Refusal> {
    const { id, now } = circumstances
    const often = await askLetter(tx, email, circumstances, signInLetters)
    if (often) return often
    const person = (await personByEmail(tx, email))?.id ?? null
    const link = newLink(circumstances, { person, email, next, minutes: linkMinutes })
    await addLinkRow(tx, link)
    if (person) await post(tx, { id: id(), kind: 'people.signIn', ids: { link: link.id }, now })
    return { id: link.id }
  },
})

/** A link without a letter, for the server's operator; makes the person when nobody has the address. */
export const makeSignInLink = command('people.makeSignInLink', {
  input: z.object({
    email: EmailAddress,
    name: Name.optional(),
    next: Next,
    minutes: z
      .number()
      .int()
      .positive()
      .max(7 * 24 * 60)
      .default(linkMinutes),
  }),
  topic,
  who: whoeverRunsTheServer,
  internal: true,
  async run(
    tx,
    { email, name = nameFrom(email), next, minutes },
    circumstances,
  ): Promise<{ id: string; person: string; isNew: boolean }> {
    const { id, now } = circumstances
    const wouldBe = id()
    const person = await findOrAddPerson(tx, { id: wouldBe, name, email, now })
    const link = newLink(circumstances, { person, email, next, minutes })
    await addLinkRow(tx, link)
    return { id: link.id, person, isNew: person === wouldBe }
  },
})

/** The token of somebody who has shown, on the computer of the server, what its terminal says. */
export const proofOfTerminal = (keyedHash: KeyedHash, email: string): string =>
  keyedHash('start here', email.trim().toLowerCase())

/** A link for somebody new on the computer that runs the server, where nobody else could add them. */
export const startHere = command('people.startHere', {
  input: z.object({
    email: EmailAddress,
    secret: z.string().min(1, 'Enter the address that the terminal shows after “mail”').max(500),
    proof: z.string().max(200).default(''),
  }),
  topic,
  who: everyone,
  internal: true,
  async run(tx, { email, proof }, circumstances): Promise<{ id: string } | Refusal> {
    if (proof !== proofOfTerminal(circumstances.keyedHash, email))
      return refuse('This is not the address that the terminal shows after “mail”', 'secret')
    const { id, now } = circumstances
    const person = await findOrAddPerson(tx, { id: id(), name: nameFrom(email), email, now })
    const link = newLink(circumstances, { person, email, next: paths.newNetwork({}), minutes: linkMinutes })
    await addLinkRow(tx, link)
    return { id: link.id }
  },
})

/** The session is made by the route, which alone knows its token; here is its hash. */
const Opening = {
  link: Id,
  session: z.string().min(20),
  idleMinutes: z.number().int().positive(),
  /** The session that this device had until now. */
  instead: z.string().optional(),
}

interface Opened {
  id: string
  next: string
  /** They are called by their address, and asked for their name first. */
  unnamed?: true
}

async function signIn(
  tx: Tx,
  { id: link, person_id, next }: SignInLinkRow,
  { session, idleMinutes, instead }: { session: string; idleMinutes: number; instead?: string | undefined },
  now: string,
): Promise<Opened> {
  await markLinkUsed(tx, link, now)
  if (instead) await endSessionRow(tx, instead, now)
  await openSession(tx, { id: session, actor: { kind: 'person', id: person_id! }, idleMinutes, now })
  const person = await personById(tx, person_id!)
  return { id: link, next, ...(person && isUnnamed(person) && { unnamed: true as const }) }
}

export const followSignInLink = command('people.followSignInLink', {
  input: z.object({ ...Opening, token: z.string() }),
  topic,
  who: everyone,
  internal: true,
  async run(tx, { link, token, ...opening }, { now }): Promise<Opened | Refusal> {
    const found = await linkById(tx, link)
    const ours = found?.person_id && same(hashed(token), found.token_hash) ? found : undefined
    const state = stateOf(ours, now)
    return state === 'open' ? signIn(tx, ours!, opening, now) : refuse(linkRefusals[state])
  },
})

const Code = z
  .string({ error: 'Enter the code' })
  .transform(normaliseCode)
  .pipe(z.string().min(1, 'Enter the code').max(50, 'Enter the code as it stands in the e-mail'))

/** A wrong code is no refusal: it is counted, and a refusal leaves nothing behind. */
export const enterSignInCode = command('people.enterSignInCode', {
  input: z.object({ ...Opening, code: Code }),
  topic,
  who: everyone,
  internal: true,
  async run(
    tx,
    { link, code, ...opening },
    { now, keyedHash },
  ): Promise<Opened | { id: string; left: number } | Refusal> {
    const found = await linkById(tx, link)
    const state = stateOf(found, now)
    if (state !== 'open') return refuse(codeRefusals[state], 'code')
    if (found!.person_id && same(keyedHash('code', link, code), found!.code_hash)) {
      return signIn(tx, found!, opening, now)
    }
    await countTry(tx, link, found!.tries + 1)
    return { id: link, left: mostTries - found!.tries - 1 }
  },
})
