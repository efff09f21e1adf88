import { z } from 'zod'
import { paths } from '../../../paths.ts'
import type { Values } from '../../../platform/form/state.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { sessionOfSending } from '../../../platform/http/request-context.ts'
import { Done, everyone } from '../../../platform/store/command.ts'
import { dayState, refuseSignUp, type AtEvent } from '../../events/rules.ts'
import { eventById } from '../../events/store.ts'
import { networkById, teamsOf } from '../../networks/store/networks.ts'
import { personById } from '../../people/store.ts'
import { sendLetter, signUp } from '../commands/sign-up.ts'
import { fullSentence, shownCode } from '../rules.ts'
import { attendeeOf } from '../store.ts'
import { ownSignUp, signedUpCount } from '../store/places.ts'
import {
  checkAnswers,
  letterForm,
  letterSent,
  signUpDone,
  signUpForm,
  type SignUpPage,
} from '../views/sign-up.ts'

type EventVisit = RequestContext<AtEvent>

const itsEvent = ({ db, nouns }: EventVisit) => eventById(db, nouns.network, nouns.event)

async function readSignUp(visit: EventVisit): Promise<(SignUpPage & { email: string }) | undefined> {
  const { db, nouns, actor, now } = visit
  const [network, event] = [await networkById(db, nouns.network), await itsEvent(visit)]
  if (!network || !event) return undefined
  const full =
    event.capacity !== null && (await signedUpCount(db, network.id, event.id)) >= event.capacity
      ? fullSentence(event.capacity, false)
      : undefined
  const person = actor.kind === 'person' ? await personById(db, actor.id) : undefined
  return {
    event,
    network,
    teams: await teamsOf(db, network.id),
    refusal: refuseSignUp(event, now) ?? full,
    signedUp: (await attendeeOf(db, actor, network.id, event.id)) !== undefined,
    email: person?.email ?? '',
  }
}

/** Signed-in people keep their own session; everyone else is let in as the attendee who signs up. */
const withSession = (values: Values, visit: EventVisit) => ({
  ...values,
  ...visit.nouns,
  session: undefined,
  ...(visit.actor.kind !== 'person' && { session: sessionOfSending(visit).id }),
  idleMinutes: visit.config.idleMinutes.attendee,
})

/** The session that was opened for this sending, as the browser keeps it. */
export const sessionFor = (visit: RequestContext<unknown>) => ({
  token: sessionOfSending(visit).token,
  maxAgeSeconds: visit.config.idleMinutes.attendee * 60,
})

const SignedUp = Done.extend({
  session: z.string().optional().describe('To be sent as a bearer token, where nobody was signed in'),
}).meta({ id: 'SignedUp' })

export function signUpRoutes(site: Site): void {
  site.form({
    at: paths.signUp,
    who: everyone,
    command: signUp,
    read: readSignUp,
    values: ({ email }) => ({ email }),
    input: withSession,
    fills: ['session', 'idleMinutes'],
    show: (page, form, visit) => ({
      title: `Sign up for ${page.event.name}`,
      phone: true,
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      body: signUpForm(page, form, visit),
    }),
    check: (page, form, visit) => ({
      title: 'Check your answers',
      phone: true,
      body: checkAnswers(page, form, visit),
    }),
    then: (_outcome, visit) => ({
      to: paths.signUpDone(visit.nouns),
      ...(visit.actor.kind !== 'person' && { session: sessionFor(visit) }),
    }),
    reply: {
      answer: SignedUp,
      from: (outcome, visit) => ({
        ...outcome,
        ...(visit.actor.kind !== 'person' && { session: sessionFor(visit).token }),
      }),
    },
  })

  site.page({
    at: paths.signUpDone,
    who: everyone,
    async read(visit) {
      const event = await itsEvent(visit)
      const own = event && (await ownSignUp(visit.db, visit.actor, event.network_id, event.id))
      const code = own && !own.email ? shownCode(visit.keyedHash, own.network_id, own.id) : undefined
      return event && { event, code, today: dayState(event, visit.now) === 'today' }
    },
    show: (page) => ({ title: 'Sign-up received', phone: true, body: signUpDone(page) }),
  })

  site.form({
    at: paths.signUpLetter,
    who: everyone,
    command: sendLetter,
    read: itsEvent,
    show: (event, form, visit) => ({
      title: 'Send my link again',
      phone: true,
      back: { href: paths.event(visit.nouns), text: 'Back to the event' },
      body: letterForm(event, form, visit),
    }),
    then: (_outcome, { nouns }) => paths.signUpLetterSent(nouns),
  })

  site.page({
    at: paths.signUpLetterSent,
    who: everyone,
    read: itsEvent,
    show: (event) => ({ title: 'Check your mail', phone: true, body: letterSent(event) }),
  })
}
