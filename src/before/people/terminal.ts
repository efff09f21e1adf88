import { operator } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { done, failed, misused, type Verb } from '../../platform/terminal/verb.ts'
import { makeSignInLink } from './commands/sign-in.ts'
import { signInAddress } from './rules/secrets.ts'
import { linkMinutes } from './rules/sign-in.ts'

/** For the first organiser of a new server, and for whoever no e-mail reaches. */
export const signInLink: Verb = {
  name: 'sign-in-link',
  takes: 'EMAIL [--name NAME] [--minutes MINUTES]',
  says: `Print a link that signs somebody in once, within ${linkMinutes} minutes unless told otherwise`,
  places: 1,
  options: { name: { type: 'string' }, minutes: { type: 'string' } },
  async run({ config, store, say, complain }, { places: [email], options }) {
    if (!email) {
      complain('Say for whom: spreadathon sign-in-link EMAIL')
      return misused
    }
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
    say(site + signInAddress(opened.seal, made.id))
    return done
  },
}

export const peopleVerbs: Verb[] = [signInLink]
