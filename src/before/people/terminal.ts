import { operator } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { asJson, done, failed, type Verb } from '../../platform/terminal/verb.ts'
import { makeSignInLink } from './commands/sign-in.ts'
import { signInAddress } from './rules/secrets.ts'
import { linkMinutes } from './rules/sign-in.ts'

/** For the first organiser of a new server, and for people whom no e-mail reaches. */
export const signInLink: Verb = {
  name: 'sign-in-link',
  says: 'Print a link that signs somebody in once; makes them where nobody has that address',
  places: { EMAIL: 'the address of whoever is to sign in' },
  options: {
    name: { takes: 'NAME', says: 'What somebody new is called; otherwise what stands before the @' },
    minutes: {
      takes: 'MINUTES',
      number: true,
      says: `How long the link works, up to a week of ${7 * 24 * 60}; otherwise ${linkMinutes}`,
    },
    json: asJson('the link, the person’s id, and whether they were made'),
  },
  examples: ['you@example.org', 'ada@example.org --name "Ada Lovelace" --minutes 1440'],
  async run({ config, store, say, complain }, { places: [email = ''], options }) {
    const opened = await store()
    const minutes = options['minutes'] === undefined ? undefined : Number(options['minutes'])
    const made = await opened.dispatch(
      makeSignInLink,
      { email, name: options['name'], minutes },
      { actor: operator },
    )
    if (isRefusal(made)) {
      complain(Object.values(made.fields ?? {}).join('\n') || made.refused)
      return failed
    }
    const site = config.publicUrl || `http://localhost:${config.port}`
    const link = site + signInAddress(opened.keyedHash, made.id)
    if (made.isNew)
      complain(`Nobody had the address ${email}, so they were made. They have no role anywhere yet`)
    say(options['json'] ? JSON.stringify({ link, person: made.person, made: made.isNew }) : link)
    return done
  },
}

export const verbs: Verb[] = [signInLink]
