import { signOutEverywhere, withASession } from '../../platform/auth/sessions.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { renameMe, signedInPerson } from '../../before/people/commands.ts'
import { isUnnamed, pathWithin } from '../../before/people/rules/sign-in.ts'
import { eraseMe } from './commands.ts'
import { heldAbout, type Held } from './store.ts'
import { askName, erasurePage, mePage, namePage, type Ways } from './views.ts'

/** Pages on which signed-in people see, correct, take along and erase their data. */
export function keepingRoutes(site: Site): void {
  const back = { href: paths.me({}) }
  site.page({
    at: paths.me,
    who: withASession,
    read: held,
    show: (mine, visit) => ({
      title: 'What is held about you',
      body: mePage(mine, waysOf(mine, visit), visit),
    }),
  })
  site.form({
    at: paths.myName,
    who: signedInPerson,
    command: renameMe,
    read: held,
    // People named by their address type their name, rather than clear the address away first.
    values: (mine) => ({ name: isUnnamed(mine) ? '' : mine.name }),
    show: (_mine, form, visit) => {
      const next = pathWithin(visit.query['next'])
      return next
        ? { title: 'What is your name?', body: askName(form, next, visit) }
        : { title: 'Change your name', body: namePage(form, visit), back }
    },
    then: (_outcome, { query }) => pathWithin(query['next']) || paths.me({}),
    done: 'Name saved',
  })
  site.file({
    at: paths.myData,
    who: withASession,
    async read(visit) {
      const mine = await held(visit)
      const body = `${JSON.stringify(mine, null, 2)}\n`
      return mine && { type: 'application/json; charset=utf-8', body, name: 'held-about-me.json' }
    },
  })
  site.button({
    at: paths.mySessions,
    command: signOutEverywhere,
    then: () => ({ to: paths.home({}), session: 'ended' }),
    back: () => paths.me({}),
    done: 'You have signed out on all devices',
  })
  site.form({
    at: paths.eraseMe,
    who: signedInPerson,
    command: eraseMe,
    read: held,
    show: (_mine, _form, visit) => ({
      title: 'Erase what is held about you',
      body: erasurePage(visit),
      back,
    }),
    then: () => ({ to: paths.home({}), session: 'ended' }),
    done: 'What was held about you has been erased',
  })
}

/** Somebody without an account corrects and erases their sign-up where it is. */
function waysOf({ signUps }: Held, { actor }: RequestContext<unknown>): Ways {
  const [own] = signUps
  if (actor.kind === 'attendee' && own)
    return { correct: paths.editMySignUp(own), erase: paths.eraseMySignUp(own), roles: false }
  return { correct: paths.myName({}), erase: paths.eraseMe({}), roles: true }
}

const held = ({ db, actor, now }: RequestContext<unknown>): Promise<Held | undefined> =>
  heldAbout(db, actor, now)
