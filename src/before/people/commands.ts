import { z } from 'zod'
import { command, policy, refuse, theClock, type Refusal } from '../../platform/store/command.ts'
import {
  askSignInLink,
  enterSignInCode,
  followSignInLink,
  makeSignInLink,
  startHere,
} from './commands/sign-in.ts'
import { Name } from '../../platform/form/fields.ts'
import { minutesAfter } from './rules/sign-in.ts'
import { personById, renamePerson } from './store.ts'
import { forgetLinksBefore } from './store/links.ts'

export const signedInPerson = policy(
  'anyone who has signed in',
  (_db, _nouns, actor) => actor.kind === 'person',
)

/** Changes the person's own name, everywhere. */
export const renameMe = command('people.renameMe', {
  said: 'changed what they are called',
  input: z.object({ name: Name }),
  topic: () => 'people',
  who: signedInPerson,
  async run(tx, { name }, { actor }): Promise<{ id: string } | Refusal> {
    const person = actor.kind === 'person' ? await personById(tx, actor.id) : undefined
    if (!person) return refuse('Sign in again to change your name')
    await renamePerson(tx, person.id, name)
    return { id: person.id }
  },
})

/** A day after it ended, nobody needs to be told why a link does not work. */
export const forgetOldLinks = command('people.forgetOldLinks', {
  input: z.object({}),
  topic: () => 'jobs',
  who: theClock,
  internal: true,
  run: async (tx, _nothing, { now }): Promise<{ forgotten: number }> => ({
    forgotten: await forgetLinksBefore(tx, minutesAfter(now, -24 * 60)),
  }),
})

export const peopleCommands = [
  askSignInLink,
  makeSignInLink,
  startHere,
  followSignInLink,
  enterSignInCode,
  renameMe,
  forgetOldLinks,
]
