import { paths } from '../../../paths.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { dayState, type AtEvent } from '../../events/rules.ts'
import { eventById } from '../../events/store.ts'
import { networkById, teamsOf } from '../../networks/store/networks.ts'
import { arrive } from '../commands/arriving.ts'
import { cancelMySignUp, correctMySignUp, eraseMySignUp, signUpAgain } from '../commands/own.ts'
import { shownCode } from '../rules.ts'
import { ownSignUp, whoSignedUp } from '../store/places.ts'
import { cancelPage, correctForm, erasePage, heldAnswers, mySignUpPage, type OwnPage } from '../views/own.ts'

type EventVisit = RequestContext<AtEvent>

async function readOwn({ db, nouns, actor, keyedHash, now }: EventVisit): Promise<OwnPage | undefined> {
  const row = await ownSignUp(db, actor, nouns.network, nouns.event)
  const network = await networkById(db, nouns.network)
  const event = await eventById(db, nouns.network, nouns.event)
  if (!row || !network || !event) return undefined
  const code = shownCode(keyedHash, network.id, row.id)
  return { row, network, event, code, state: dayState(event, now), teams: await teamsOf(db, network.id) }
}

const back = ({ nouns }: EventVisit) => ({ href: paths.mySignUp(nouns), text: 'Back to your sign-up' })

/** Pages of the day send it by themselves for whoever is to arrive. */
const arriving = (site: Site): void =>
  site.button({
    at: paths.arrival,
    command: arrive,
    then: (_outcome, { nouns }) => paths.now(nouns),
    back: ({ nouns }) => paths.now(nouns),
  })

export function ownSignUpRoutes(site: Site): void {
  arriving(site)
  site.page({
    at: paths.mySignUp,
    who: whoSignedUp,
    read: readOwn,
    show: (page, visit) => ({
      title: 'Your sign-up',
      phone: true,
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      body: mySignUpPage(page, visit),
    }),
  })

  site.form({
    at: paths.editMySignUp,
    who: whoSignedUp,
    command: correctMySignUp,
    read: readOwn,
    stands: true,
    values: ({ row }) => heldAnswers(row),
    show: (page, form, visit) => ({
      title: 'Correct your sign-up',
      phone: true,
      back: back(visit),
      body: correctForm(page, form, visit),
    }),
    then: (_outcome, { nouns }) => paths.mySignUp(nouns),
    done: 'Your sign-up is corrected',
  })

  site.form({
    at: paths.cancelMySignUp,
    who: whoSignedUp,
    command: cancelMySignUp,
    read: readOwn,
    show: ({ event }, _form, visit) => ({
      title: 'Cancel your sign-up',
      phone: true,
      back: back(visit),
      body: cancelPage(event, visit),
    }),
    then: (_outcome, { nouns }) => paths.mySignUp(nouns),
    done: 'Your sign-up is cancelled',
  })

  site.button({
    at: paths.signUpAgain,
    command: signUpAgain,
    then: (_outcome, { nouns }) => paths.mySignUp(nouns),
    back: ({ nouns }) => paths.mySignUp(nouns),
    done: 'You are signed up again',
  })

  site.form({
    at: paths.eraseMySignUp,
    who: whoSignedUp,
    command: eraseMySignUp,
    read: readOwn,
    show: ({ event }, _form, visit) => ({
      title: 'Erase what is held about you',
      phone: true,
      back: back(visit),
      body: erasePage(event, visit),
    }),
    then: (_outcome, { nouns, actor }) => ({
      to: paths.event(nouns),
      ...(actor.kind === 'attendee' && { session: 'ended' as const }),
      flash: 'What was held about you here is erased',
    }),
  })
}
