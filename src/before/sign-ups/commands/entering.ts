import { z } from 'zod'
import { normaliseCode } from '../../../platform/auth/codes.ts'
import { openSession } from '../../../platform/auth/sessions.ts'
import { command, everyone, refuse, refuseGuess, type Refusal } from '../../../platform/store/command.ts'
import { dayState, eventTopic } from '../../events/rules.ts'
import { eventById, eventByJoinCode } from '../../events/store.ts'
import { codeHashOf, isJoinCode, linkToken, personalCode } from '../rules.ts'
import { attendeeById } from '../store.ts'
import { changeAttendeeRow, ownSignUp } from '../store/places.ts'

/** The entrance: the page of an event that has a join code, or the attendee's own sign-up. */
const Entered = z.union([
  z.object({ joinCode: z.string() }),
  z.object({
    network: z.string(),
    event: z.string(),
    id: z.string(),
    cancelled: z.boolean(),
    known: z.boolean(),
  }),
])
export type Entered = z.infer<typeof Entered>

const wrongCode =
  'This code was not found. Check each letter: there is no 0, O, 1, I, L or U in it. If it still does not work, ask an organiser.'

/**
 * Somebody comes in by their personal link or code, or types the code of an event. Whose it is, the address finds out
 * before; here it is proved. Who comes in on the day has arrived.
 */
export const enter = command('signUps.enter', {
  said: 'came in by their own link or code',
  unnamed: true,
  input: z.object({
    network: z.string().max(100).default(''),
    event: z.string().max(100).default(''),
    attendee: z.string().max(100).default(''),
    token: z.string().max(250).default(''),
    code: z.string().trim().max(60, 'The code is shorter than this').default(''),
    session: z.string().max(100).optional(),
    idleMinutes: z.number().int().positive().default(1200),
  }),
  topic: ({ network, event }) => (event ? eventTopic({ network, event }) : []),
  who: everyone,
  outcome: Entered,
  async run(
    tx,
    { network, event, attendee, token, code: typed, session, idleMinutes },
    { actor, now, keyedHash },
  ): Promise<Entered | Refusal> {
    const code = normaliseCode(typed)
    if (!code && !token) return refuse('Enter your code', 'code')
    if (isJoinCode(code) && (await eventByJoinCode(tx, code))) return { joinCode: code }
    const held = attendee ? await attendeeById(tx, network, attendee) : undefined
    const row = held?.event_id === event ? held : undefined
    // The hash of somebody who was erased is of no code, so that their link and code are dead.
    const alive = row?.code_hash === codeHashOf(keyedHash, personalCode(keyedHash, network, attendee))
    const proved = token
      ? linkToken(keyedHash, network, attendee) === token
      : row?.code_hash === codeHashOf(keyedHash, code)
    // Nobody guesses a link: its end is as long as a key.
    if (!row || !alive || !proved) return (token ? refuse : refuseGuess)(wrongCode, 'code')
    const day = await eventById(tx, network, event)
    if (day && dayState(day, now) === 'today' && !row.arrived_at && !row.cancelled_at)
      await changeAttendeeRow(tx, network, attendee, { arrived_at: now })
    const known = actor.kind === 'person' && (await ownSignUp(tx, actor, network, event))?.id === attendee
    if (session && !known)
      await openSession(tx, {
        id: session,
        actor: { kind: 'attendee', network, id: attendee },
        idleMinutes,
        now,
      })
    return { network, event, id: attendee, cancelled: row.cancelled_at !== null, known }
  },
})

export const enteringCommands = [enter]
