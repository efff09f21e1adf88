import { z } from 'zod'
import { paths } from '../../../paths.ts'
import { normaliseCode } from '../../../platform/auth/codes.ts'
import { valueOf, emptyForm, type Values } from '../../../platform/form/state.ts'
import type { Gone, Site, RequestContext } from '../../../platform/http/site.ts'
import { sessionOfSending } from '../../../platform/http/request-context.ts'
import { everyone } from '../../../platform/store/command.ts'
import { refuseSignUp } from '../../events/rules.ts'
import { eventById, eventByJoinCode } from '../../events/store.ts'
import { enter, type Entered } from '../commands/entering.ts'
import { codeHashOf, personalCode, sealedIn } from '../rules.ts'
import { attendeeById, attendeeOf, type AttendeeRow } from '../store.ts'
import { attendeeByCode } from '../store/places.ts'
import { attendPage, deadLinkPage, joinEventPage, joinPage } from '../views/entering.ts'
import { sessionFor } from './sign-up.ts'

const place = (row: AttendeeRow | undefined) =>
  row && { network: row.network_id, event: row.event_id, attendee: row.id }

const opening = (visit: RequestContext<unknown>) => ({
  session: sessionOfSending(visit).id,
  idleMinutes: visit.config.idleMinutes.attendee,
})

/** The code's owner must be known before the command is sent, because its topic is that of the event. */
async function byCode(values: Values, visit: RequestContext<unknown>) {
  const code = valueOf(emptyForm(values), 'code')
  const row = await attendeeByCode(visit.db, codeHashOf(visit.keyedHash, normaliseCode(code)))
  return { code, ...place(row), ...opening(visit) }
}

async function byToken(_values: Values, visit: RequestContext<{ token: string }>) {
  const { token } = visit.nouns
  return { token, ...place((await ofToken(visit))?.attendee), ...opening(visit) }
}

async function ofToken({ db, keyedHash, nouns }: RequestContext<{ token: string }>) {
  const named = sealedIn(keyedHash, nouns.token)
  const attendee = named && (await attendeeById(db, named.network, named.id))
  const event = attendee && (await eventById(db, attendee.network_id, attendee.event_id))
  const alive =
    attendee?.code_hash ===
    (attendee && codeHashOf(keyedHash, personalCode(keyedHash, attendee.network_id, attendee.id)))
  return attendee && event && alive ? { attendee, event, token: nouns.token } : undefined
}

function comeIn(entered: Entered, visit: RequestContext<unknown>, to?: string): string | Gone {
  if ('joinCode' in entered) return paths.joinEvent({ code: entered.joinCode })
  const { network, event, cancelled, known } = entered
  const next =
    cancelled || to === 'sign-up' ? paths.mySignUp({ network, event }) : paths.now({ network, event })
  return known ? next : { to: next, session: sessionFor(visit) }
}

const Told = z
  .union([
    z.object({ joinPage: z.string().describe('The page to which the code of an event leads') }),
    z.object({
      session: z.string().describe('To be sent as a bearer token'),
      network: z.string(),
      event: z.string(),
      attendee: z.string(),
    }),
  ])
  .meta({ id: 'CameIn' })

/** The answer to a program: the token of the session that it is now in, or the page to which an event's code leads. */
function told(entered: Entered, visit: RequestContext<unknown>) {
  if ('joinCode' in entered) return { joinPage: paths.joinEvent({ code: entered.joinCode }) }
  const { network, event, id } = entered
  return { session: sessionFor(visit).token, network, event, attendee: id }
}

/** Fields that the code or link itself sets, and the session that it opens: nobody sends them. */
const ours = ['network', 'event', 'attendee', 'session', 'idleMinutes']

export function enteringRoutes(site: Site): void {
  site.form({
    at: paths.join,
    who: everyone,
    command: enter,
    code: 'code',
    read: () => ({}),
    input: byCode,
    fills: [...ours, 'token'],
    show: (_page, form, visit) => ({ title: 'Come in', phone: true, body: joinPage(form, visit) }),
    then: (entered, visit) => comeIn(entered, visit),
    reply: { answer: Told, from: (entered, visit) => told(entered, visit) },
  })

  site.page({
    at: paths.joinEvent,
    who: everyone,
    async read({ db, nouns, actor, now }) {
      const event = await eventByJoinCode(db, nouns.code)
      if (!event) return undefined
      const own = await attendeeOf(db, actor, event.network_id, event.id)
      return { event, refusal: refuseSignUp(event, now), cameIn: own !== undefined }
    },
    show: (page, visit) => ({
      title: page.event.name,
      phone: true,
      network: page.event.network_id,
      body: joinEventPage(page, visit),
    }),
  })

  site.form({
    at: paths.attend,
    who: everyone,
    command: enter,
    read: async (visit) => ({ found: await ofToken(visit) }),
    input: byToken,
    fills: [...ours, 'code'],
    show: ({ found }, form, visit) => ({
      title: found ? found.event.name : 'This link does not work',
      phone: true,
      ...(found && { network: found.event.network_id }),
      body: found ? attendPage(found, visit) : deadLinkPage(form, visit),
    }),
    then: (entered, visit, values) => comeIn(entered, visit, valueOf(emptyForm(values), 'to')),
    reply: { answer: Told, from: (entered, visit) => told(entered, visit) },
  })
}
