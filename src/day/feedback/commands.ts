import { eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { eventById } from '../../before/events/store.ts'
import { teamById } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { Id, optionalText } from '../../platform/form/fields.ts'
import { codeHashOf } from '../../before/sign-ups/rules.ts'
import { attendeeOf, type AttendeeRow } from '../../before/sign-ups/store.ts'
import { attendeeByCode, whoSignedUp } from '../../before/sign-ups/store/places.ts'
import { normaliseCode } from '../../platform/auth/codes.ts'
import { actorKey } from '../../platform/store/actor.ts'
import {
  command,
  either,
  everyone,
  refuse,
  refuseForGood,
  refuseGuess,
  theClock,
  type Circumstances,
  type Refusal,
} from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { Received, Secret } from '../ballots/voting/commands/casting.ts'
import { writtenFields } from './record.ts'
import { again, equal, longestText, parts, saysNothing, stateOf, take, useful } from './rules.ts'
import {
  closeForm,
  formOf,
  hasAnswered,
  isThere,
  kept,
  markGiven,
  openFormRow,
  putAnswers,
  removeContact,
} from './store/answers.ts'

const OfEvent = z.object({ network: Id, event: Id })
/** Opened when its part of the day begins, or before; opened twice, it is open. */
export const openFeedback = command('feedback.openFeedback', {
  said: 'opened the feedback form',
  input: OfEvent,
  topic: eventTopic,
  who: organisers,
  async run(tx, { network, event }, { now, actor }): Promise<{ id: string } | Refusal> {
    if (!(await eventById(tx, network, event))) return refuse('This event is not there any more')
    const form = await formOf(tx, network, event)
    if (form?.closed_at) return refuse('The feedback form is closed, and cannot be opened again.')
    if (!form)
      await openFormRow(tx, {
        network_id: network,
        event_id: event,
        opened_at: now,
        opened_by: actorKey(actor),
        closed_at: null,
        closed_by: null,
      })
    return { id: event }
  },
})

/** From here on nothing is taken, and nobody who reads the database can join an answer to a person. */
export const closeFeedback = command('feedback.closeFeedback', {
  said: 'closed the feedback form',
  input: OfEvent,
  topic: eventTopic,
  who: either<AtEvent>(organisers, theClock),
  clears: kept,
  async run(tx, { network, event }, { now, actor }): Promise<{ id: string } | Refusal> {
    const form = await formOf(tx, network, event)
    if (!form) return refuse('The feedback form has not been opened yet.')
    if (!form.closed_at) await closeForm(tx, form, { closed_at: now, closed_by: actorKey(actor) })
    return { id: event }
  },
})

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z
    .enum(['', ...words], 'Choose one of the answers, or none')
    .nullish()
    .transform((word): string | null => word || null)

const words = (what: string) => optionalText(longestText, what)

const Answers = z
  .object({
    network: Id,
    event: Id,
    secret: Secret,
    /** The respondent's personal code on a device that several share. */
    code: z.string().trim().max(60, 'The code is shorter than this').default(''),
    useful: oneOf(useful),
    equal: oneOf(equal),
    again: oneOf(again),
    ...writtenFields.input,
    team: z
      .string()
      .max(100)
      .nullish()
      .transform((team) => team || null),
    part: oneOf(parts),
    contact: z.enum(['', 'yes']).default(''),
    contactName: optionalText(120, 'Your name'),
    // Addresses are small everywhere, so that this one is found when its owner has it erased.
    contactHow: optionalText(200, 'How to reach you').transform((how) =>
      how?.includes('@') ? how.toLowerCase() : how,
    ),
    contactAbout: words('What about'),
  })
  .superRefine(({ contact, contactName, contactHow }, problems) => {
    const missing = (path: string, message: string) =>
      problems.addIssue({ code: 'custom', path: [path], message })
    if (contact && !contactName) missing('contactName', 'Enter your name, so that we know whom to ask for')
    if (contact && !contactHow) missing('contactHow', 'Enter an e-mail address or telephone number')
  })
type Answers = z.infer<typeof Answers>

const hashed = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** The name of somebody's answers. Nobody finds the secret from the name, or the person from either. */
const answersId = ({ network, event, secret }: Answers) => hashed('feedback', network, event, secret)
const contactId = ({ network, event, secret }: Answers) => hashed('contact', network, event, secret)

const removed = refuseForGood(
  'Your sign-up has been cancelled, so nothing was stored. If that is a mistake, ask an organiser to undo it.',
)

/** The respondent: the owner of the code, where one is given, or the attendee signed in here. */
async function whoAnswers(
  tx: Tx,
  { network, event, code }: Answers,
  { actor, keyedHash }: Circumstances,
): Promise<AttendeeRow | Refusal> {
  if (!code) {
    const own = await attendeeOf(tx, actor, network, event)
    const cancelled = !own && (await whoSignedUp.allows(tx, { network, event }, actor))
    return own ?? (cancelled ? removed : refuse('Enter your personal code, or come in first', 'code'))
  }
  const row = await attendeeByCode(tx, codeHashOf(keyedHash, normaliseCode(code)))
  const here = row?.network_id === network && row.event_id === event && !row.cancelled_at
  return here ? row : refuseGuess('This code was not found. Check each letter, or ask an organiser.', 'code')
}

/**
 * Stores what somebody says of the day, and apart from it that they have. It leaves no key, no subject and no actor:
 * the mark lets each answer once, and the form's secret makes sending it again harmless.
 */
export const giveFeedback = command('feedback.giveFeedback', {
  input: Answers,
  topic: eventTopic,
  who: everyone,
  secret: true,
  outcome: Received,
  async run(tx, answers, circumstances): Promise<Received | Refusal> {
    const { network, event } = answers
    const who = await whoAnswers(tx, answers, circumstances)
    if ('refused' in who) return who
    const id = answersId(answers)
    const taken = take({
      state: stateOf(await formOf(tx, network, event)),
      given: await hasAnswered(tx, network, event, who.id),
      there: await isThere(tx, network, event, id),
    })
    if (typeof taken === 'object') return taken
    if (saysNothing(answers)) return refuse('Answer at least one question', 'useful')
    if (answers.team && !(await teamById(tx, network, answers.team)))
      return refuse('Choose from the list, or leave it out', 'team')
    await putAnswers(tx, answerRow(answers, id), contactId(answers), contactOf(answers))
    if (taken === 'new') await markGiven(tx, { network_id: network, event_id: event, attendee_id: who.id })
    return { received: true }
  },
})

const answerRow = (answers: Answers, id: string) => ({
  network_id: answers.network,
  event_id: answers.event,
  id,
  useful: answers.useful,
  equal: answers.equal,
  again: answers.again,
  ...writtenFields.columns(answers),
  team_id: answers.team,
  part: answers.part,
})

const contactOf = ({ contact, contactName, contactHow, contactAbout }: Answers) =>
  contact ? { name: contactName!, how: contactHow!, about: contactAbout } : undefined

/** Takes away how to reach somebody, once they have been reached. */
export const forgetContact = command('feedback.forgetContact', {
  said: 'removed how to reach someone who gave feedback',
  input: OfEvent.extend({ contact: Id }),
  topic: eventTopic,
  who: organisers,
  subject: ({ event }) => event,
  erases: ['feedback_contacts'],
  async run(tx, { network, event, contact }): Promise<{ id: string } | Refusal> {
    const removed = await removeContact(tx, network, event, contact)
    return removed ? { id: event } : refuse('Nobody is to be contacted here any more: it was removed already')
  },
})

export const feedbackCommands = [openFeedback, closeFeedback, giveFeedback, forgetContact]
