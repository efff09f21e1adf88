import { timingSafeEqual } from 'node:crypto'
import { signOut } from '../../platform/auth/sessions.ts'
import { everyone, refuse } from '../../platform/store/command.ts'
import { sessionOfSending } from '../../platform/http/request-context.ts'
import type { Gone, Site, RequestContext } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import {
  askSignInLink,
  enterSignInCode,
  followSignInLink,
  proofOfTerminal,
  startHere,
} from './commands/sign-in.ts'
import { linkRefusals, pathWithin, stateOf, wrongCode } from './rules/sign-in.ts'
import { signInAddress, tokenOf } from './rules/secrets.ts'
import { personById } from './store.ts'
import { linkById } from './store/links.ts'
import * as views from './views/sign-in.ts'

export function peopleRoutes(site: Site): void {
  askingForALink(site)
  enteringACode(site)
  startingHere(site)
  followingALink(site)
  leaving(site)
}

function askingForALink(site: Site): void {
  site.form({
    at: paths.signIn,
    who: everyone,
    command: askSignInLink,
    pageOnly: true,
    read: (visit) => ({ next: pathWithin(visit.query['next']), letters: lettersOf(visit) }),
    show: (props, form, visit) => ({ title: 'Sign in', body: views.askForLink(props, form, visit) }),
    input: (values, { query }) => ({ ...values, next: query['next'] }),
    then: ({ id }) => views.codePath(id),
  })
}

function enteringACode(site: Site): void {
  site.form({
    at: paths.signInCode,
    who: everyone,
    command: enterSignInCode,
    pageOnly: true,
    read: (visit) => ({ link: visit.query['asked'] ?? '', letters: lettersOf(visit) }),
    show: (props, form, visit) => ({
      title: 'Check your e-mail',
      back: { href: paths.signIn({}) },
      body: props.link ? views.enterCode(props, form, visit) : views.askFirst(),
    }),
    input: (values, visit) => ({
      code: values['code'],
      ...opening(visit, visit.query['asked'] ?? ''),
    }),
    then: (outcome, visit) =>
      'left' in outcome ? refuse(wrongCode(outcome.left), 'code') : opened(outcome, visit),
  })
}

/** On the computer that runs the server nobody is stuck: what its terminal shows opens the door to a new organiser. */
function startingHere(site: Site): void {
  site.form({
    at: paths.startHere,
    who: everyone,
    command: startHere,
    pageOnly: true,
    read: ({ mailKey, query }) => (mailKey === undefined ? undefined : { email: query['email'] ?? '' }),
    values: ({ email }) => ({ email }),
    show: (_props, form, visit) => ({
      title: 'Start as organiser here',
      back: { href: paths.signIn({}) },
      body: views.startHere(form, visit),
    }),
    fills: ['proof'],
    input: (values, { mailKey, keyedHash }) => ({
      ...values,
      proof: isKey(values['secret'], mailKey)
        ? proofOfTerminal(keyedHash, String(values['email'] ?? ''))
        : '',
    }),
    then: ({ id }, { keyedHash }) => signInAddress(keyedHash, id),
  })
}

/** The key alone, or the whole address that ends in it. */
function isKey(typed: unknown, mailKey: string | undefined): boolean {
  if (mailKey === undefined || typeof typed !== 'string') return false
  const given = Buffer.from(typed.trim().split('/').at(-1)!)
  const key = Buffer.from(mailKey)
  return given.length === key.length && timingSafeEqual(given, key)
}

function followingALink(site: Site): void {
  site.form({
    at: paths.signInLink,
    who: everyone,
    command: followSignInLink,
    pageOnly: true,
    async read({ db, keyedHash, now, nouns }) {
      const found =
        nouns.token === tokenOf(keyedHash, nouns.link) ? await linkById(db, nouns.link) : undefined
      const person = found?.person_id ? await personById(db, found.person_id) : undefined
      const state = person?.email ? stateOf(found, now) : 'unknown'
      return { state, email: person?.email ?? '', action: paths.signInLink(nouns) }
    },
    show: ({ state, ...props }, form, visit) => ({
      title: 'Sign in',
      body:
        state === 'open'
          ? views.landing(props, visit)
          : views.deadLink(form.general ? '' : linkRefusals[state], visit.actor.kind === 'person'),
    }),
    input: (_values, visit) => ({ token: visit.nouns.token, ...opening(visit, visit.nouns.link) }),
    then: opened,
  })
}

function leaving(site: Site): void {
  site.form({
    at: paths.signOut,
    who: everyone,
    command: signOut,
    pageOnly: true,
    read: ({ session }) => ({ signedIn: session !== undefined }),
    show: ({ signedIn }, _form, visit) => ({ title: 'Sign out', body: views.leave(signedIn, visit) }),
    input: (_values, { session }) => ({ session: session?.id }),
    then: () => ({ to: paths.home({}), session: 'ended' }),
    done: 'You have signed out',
  })
}

/** The fate of a letter. Its page is named in words only: it opens to people who read its address in the terminal. */
const lettersOf = ({ mailKey, config }: RequestContext): views.Letters =>
  config.smtpUrl ? 'sent' : mailKey ? 'shown' : 'kept'

const opening = (visit: RequestContext<unknown>, link: string) => ({
  link,
  session: sessionOfSending(visit).id,
  idleMinutes: visit.config.idleMinutes.person,
  instead: visit.session?.id,
})

/** The browser keeps the cookie for a day at most; how long it may stay idle the server knows. */
const cookieSeconds = 24 * 60 * 60

function opened({ next, unnamed }: { next: string; unnamed?: true }, visit: RequestContext<unknown>): Gone {
  const { token } = sessionOfSending(visit)
  const seconds = Math.max(cookieSeconds, visit.config.idleMinutes.person * 60)
  const asksName = `${paths.myName({})}?next=${encodeURIComponent(next || paths.home({}))}`
  return { to: unnamed ? asksName : next || paths.home({}), session: { token, maxAgeSeconds: seconds } }
}
