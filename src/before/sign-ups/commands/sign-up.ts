import { z } from 'zod'
import { openSession } from '../../../platform/auth/sessions.ts'
import type { Actor } from '../../../platform/store/actor.ts'
import {
  command,
  Done,
  everyone,
  isRefusal,
  refuse,
  type Circumstances,
  type Refusal,
} from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { askLetter, letterOfPlace, tellOf } from '../../../platform/mail/requested-letters.ts'
import { post } from '../../../platform/mail/outbox.ts'
import { isAtTheDoor, refuseSignUp, eventTopic, type AtEvent } from '../../events/rules.ts'
import { eventById, type EventRow } from '../../events/store.ts'
import { teamById } from '../../networks/store/networks.ts'
import { organisers } from '../../networks/store/roles.ts'
import { EmailAddress, Id, Name, OptionalEmail, optionalText } from '../../../platform/form/fields.ts'
import { codeHashOf, fullSentence, livedExperienceAnswers, otherProfession, personalCode } from '../rules.ts'
import { attendeeById, type AttendeeRow } from '../store.ts'
import {
  addAttendeeRow,
  attendeeByCode,
  attendeeByEmail,
  changeAttendeeRow,
  signedUpCount,
} from '../store/places.ts'

/** “None of these” is a team that may be chosen; nothing chosen is an answer that is missing. */
const Team = z
  .string('Choose from the list, or none of these')
  .trim()
  .min(1, 'Choose from the list, or none of these')
  .transform((team) => (team === 'none' ? null : team))

/** The questions of a sign-up. */
export const Answers = {
  name: Name,
  email: OptionalEmail,
  team: Team,
  profession: optionalText(80, 'The profession'),
  otherProfession: optionalText(80, 'The profession'),
  livedExperience: z
    .enum(livedExperienceAnswers, 'Choose whether you come as a service user or carer representative')
    .default('none'),
  accessNeeds: optionalText(1000, 'What you need to take part'),
}

const AnswersObject = z.object(Answers)
type Answered = z.infer<typeof AnswersObject>

export const professionOf = ({
  profession,
  otherProfession: other,
}: Pick<Answered, 'profession' | 'otherProfession'>): string | null =>
  profession === otherProfession ? other : profession

/** Someone new, with the code that only they are given. Ids are tried until their code is free. */
export async function addAttendee(
  tx: Tx,
  { network, event }: AtEvent,
  answers: Answered,
  by: 'self' | 'organiser',
  arrived: boolean,
  { now, id, keyedHash }: Circumstances,
): Promise<string> {
  let attendee = id()
  const hash = () => codeHashOf(keyedHash, personalCode(keyedHash, network, attendee))
  while (await attendeeByCode(tx, hash())) attendee = id()
  await addAttendeeRow(tx, {
    network_id: network,
    id: attendee,
    event_id: event,
    name: answers.name,
    email: answers.email,
    team_id: answers.team,
    profession: professionOf(answers),
    lived_experience: answers.livedExperience,
    access_needs: answers.accessNeeds,
    signed_up_at: now,
    signed_up_by: by,
    team_said_at: by === 'self' ? now : null,
    arrived_at: arrived ? now : null,
    cancelled_at: null,
    code_hash: hash(),
  })
  return attendee
}

const letterTo = ({ network, event }: AtEvent, attendee: string) => ({
  network,
  kind: 'sign-ups.confirmed',
  ids: { network, event, attendee },
})

/**
 * Sends whoever has asked, and was let by `askLetter`, that they are signed up, with their link and a file for their
 * calendar.
 */
export async function confirm(
  tx: Tx,
  nouns: AtEvent,
  attendee: string,
  { id, now }: Circumstances,
): Promise<void> {
  await post(tx, { id: id(), ...letterTo(nouns, attendee), now })
}

/** The same, because of what somebody changes. */
export const tellConfirmed = (
  tx: Tx,
  nouns: AtEvent,
  { id, email }: { id: string; email: string | null },
  circumstances: Circumstances,
): Promise<void> => (email ? tellOf(tx, email, letterTo(nouns, id), circumstances) : Promise.resolve())

/** An address can be anybody's, so that whoever types one can be let in without it. */
const withoutLetter = letterOfPlace('Or sign up without an e-mail address: you are given a code at once.')

export async function refuseIfFull(
  tx: Tx,
  event: EventRow,
  forOrganiser: boolean,
): Promise<Refusal | undefined> {
  const { capacity } = event
  if (capacity === null || (await signedUpCount(tx, event.network_id, event.id)) < capacity) return undefined
  return refuse(fullSentence(capacity, forOrganiser))
}

const refuseTeam = async (tx: Tx, network: string, team: string | null): Promise<Refusal | undefined> =>
  team !== null && !(await teamById(tx, network, team))
    ? refuse('Choose a team from the list', 'team')
    : undefined

export const checkTeam = refuseTeam

/** The event when somebody can sign up themselves now, or why not. */
export async function openEvent(
  tx: Tx,
  { network, event }: AtEvent,
  now: string,
): Promise<EventRow | Refusal> {
  const row = await eventById(tx, network, event)
  if (!row) return refuse('This event is not there any more')
  const refused = refuseSignUp(row, now)
  return refused ? refuse(refused) : row
}

/** The sign-up that this browser made just before, when the same answers are sent again. */
async function sentAgain(tx: Tx, actor: Actor, event: string, answers: Answered) {
  if (actor.kind !== 'attendee') return undefined
  const own = await attendeeById(tx, actor.network, actor.id)
  const same =
    own?.event_id === event &&
    own.name === answers.name &&
    own.email === answers.email &&
    own.cancelled_at === null
  return same ? own : undefined
}

/** Signs up again somebody who had cancelled; the link and the code stay the same. */
async function revive(tx: Tx, held: AttendeeRow, answers: Answered, now: string, arrived: boolean) {
  await changeAttendeeRow(tx, held.network_id, held.id, {
    name: answers.name,
    team_id: answers.team,
    profession: professionOf(answers),
    lived_experience: answers.livedExperience,
    access_needs: answers.accessNeeds,
    signed_up_at: now,
    team_said_at: now,
    arrived_at: arrived ? now : null,
    cancelled_at: null,
  })
}

const session = (id: string | undefined, idleMinutes: number) => (id ? { id, idleMinutes } : undefined)

/**
 * Somebody signs up. Their browser is let in at once, unless the address has signed up before: then the answer is
 * the same and the letter goes out again, so that nobody learns here who is coming.
 */
export const signUp = command('signUps.signUp', {
  said: 'signed up',
  unnamed: true,
  input: z.object({
    network: Id,
    event: Id,
    ...Answers,
    session: z.string().max(100).optional(),
    idleMinutes: z.number().int().positive().default(1200),
  }),
  topic: eventTopic,
  who: everyone,
  outcome: Done,
  async run(
    tx,
    { network, event, session: opened, idleMinutes, ...answers },
    circumstances,
  ): Promise<Done | Refusal> {
    const { actor, now } = circumstances
    const row = await openEvent(tx, { network, event }, now)
    if (isRefusal(row)) return row
    const refused = await refuseTeam(tx, network, answers.team)
    if (refused) return refused
    if (actor.kind === 'person' && !answers.email)
      return refuse('You are signed in: enter your e-mail address, so that this is your own sign-up', 'email')
    const again = await sentAgain(tx, actor, event, answers)
    if (again) return { done: true }
    // Before the address is looked for: a full event refuses all alike, and tells nothing of who has a place.
    const full = await refuseIfFull(tx, row, false)
    if (full) return full
    const often = answers.email && (await askLetter(tx, answers.email, circumstances, withoutLetter))
    if (often) return often
    const held = answers.email ? await attendeeByEmail(tx, network, event, answers.email) : undefined
    if (held && !held.cancelled_at) {
      await confirm(tx, { network, event }, held.id, circumstances)
      return { done: true }
    }
    const here = isAtTheDoor(row, now)
    if (held) {
      // Only the letter leads to a sign-up that was there before: whoever types an address need not be its owner.
      await revive(tx, held, answers, now, here)
      await confirm(tx, { network, event }, held.id, circumstances)
      return { done: true }
    }
    const attendee = await addAttendee(tx, { network, event }, answers, 'self', here, circumstances)
    if (answers.email) await confirm(tx, { network, event }, attendee, circumstances)
    const wanted = session(opened, idleMinutes)
    if (wanted) {
      const as: Actor = { kind: 'attendee', network, id: attendee }
      await openSession(tx, { ...wanted, actor: as, now })
    }
    return { done: true }
  },
})

/** Sends the letter again to attendees with the address; the answer is the same when there are none. */
export const sendLetter = command('signUps.sendLetter', {
  said: 'sent someone their link',
  unnamed: true,
  input: z.object({ network: Id, event: Id, email: EmailAddress }),
  topic: eventTopic,
  who: everyone,
  outcome: Done,
  async run(tx, { network, event, email }, circumstances): Promise<Done | Refusal> {
    if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
    const often = await askLetter(tx, email, circumstances, letterOfPlace())
    if (often) return often
    const held = await attendeeByEmail(tx, network, event, email)
    if (held && !held.cancelled_at) await confirm(tx, { network, event }, held.id, circumstances)
    return { done: true }
  },
})

/** An organiser signs somebody up, mostly one without e-mail, whose code is then printed. */
export const addSignUp = command('signUps.addSignUp', {
  said: 'signed someone up',
  unnamed: true,
  input: z.object({ network: Id, event: Id, ...Answers }),
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event, ...answers }, circumstances): Promise<{ id: string } | Refusal> {
    const row = await eventById(tx, network, event)
    if (!row) return refuse('This event is not there any more')
    const refused = await refuseTeam(tx, network, answers.team)
    if (refused) return refused
    const held = answers.email ? await attendeeByEmail(tx, network, event, answers.email) : undefined
    if (held && !held.cancelled_at) return refuse(`${held.name} has signed up with this address`, 'email')
    const full = await refuseIfFull(tx, row, true)
    if (full) return full
    if (held) await revive(tx, held, answers, circumstances.now, false)
    const id =
      held?.id ?? (await addAttendee(tx, { network, event }, answers, 'organiser', false, circumstances))
    await tellConfirmed(tx, { network, event }, { id, email: answers.email }, circumstances)
    return { id }
  },
})

export const signUpCommands = [signUp, sendLetter, addSignUp]
