import { z } from 'zod'
import { cameFromNow, keepingFromNow, dayState, type AtEvent } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import { networkById, teamsOf } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { attendeeOf } from '../../before/sign-ups/store.ts'
import { errorOf } from '../../platform/form/state.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { newSecret } from '../ballots/voting/commands/casting.ts'
import { closeFeedback, forgetContact, giveFeedback, openFeedback } from './commands.ts'
import { contactsOf, hasAnswered, resultsShown, feedbackProgress } from './store/answers.ts'
import { feedbackForm, noForm, thanks } from './views/form.ts'
import { closingPage, removalPage, resultsPage } from './views/results.ts'

async function formFor({ db, nouns, actor, query }: RequestContext<AtEvent>) {
  const { network, event } = nouns
  const held = await eventById(db, network, event)
  if (!held) return undefined
  const own = await attendeeOf(db, actor, network, event)
  const { state } = await feedbackProgress(db, network, event)
  const byCode = query['by'] === 'code' || own === undefined
  const given = !byCode && (await hasAnswered(db, network, event, own.id))
  return {
    held,
    byCode,
    why: state === 'open' ? (given ? ('given' as const) : undefined) : state,
    teams: (await teamsOf(db, network)).map(({ id, name }) => ({ id, name })),
    teamNoun: (await networkById(db, network))!.team_noun,
    mayOpen: await organisers.allows(db, nouns, actor),
  }
}

function answering(site: Site): void {
  site.form({
    at: paths.feedback,
    who: everyone,
    command: giveFeedback,
    code: 'code',
    read: formFor,
    show({ held, byCode, why, teams, teamNoun, mayOpen }, form, visit) {
      const { nouns: at } = visit
      const entered = byCode || errorOf(form, 'code') !== undefined || 'code' in form.values
      const props = {
        at,
        action: keepingFromNow(visit, paths.feedback(at)),
        teams,
        teamNoun,
        byCode: entered,
        secret: newSecret(),
        form,
        sending: visit,
      }
      return {
        title: 'Tell us how it was',
        phone: true,
        ...(!why && !entered && { kept: true }),
        back: { href: paths.event(at), text: held.name },
        body: why ? noForm({ at, why, mayOpen }) : feedbackForm(props),
      }
    },
    then: (_received, visit, values) =>
      cameFromNow(visit) && !values['code']
        ? { to: paths.now(visit.nouns), flash: 'Thank you. Your answers are stored, without your name.' }
        : { to: `${paths.feedbackThanks(visit.nouns)}${values['code'] ? '?by=code' : ''}` },
  })
  site.page({
    at: paths.feedbackThanks,
    who: everyone,
    read: ({ db, nouns }) => eventById(db, nouns.network, nouns.event),
    show: (held, { nouns, query }) => ({
      title: 'Thank you',
      phone: true,
      back: { href: paths.event(nouns), text: held.name },
      body: thanks({ at: nouns, ownDevice: query['by'] !== 'code' }),
    }),
  })
}

/** Written feedback, and the people to contact, are for organisers alone. */
async function resultsFor({ db, nouns, actor, now }: RequestContext<AtEvent>) {
  const { network, event } = nouns
  const held = await eventById(db, network, event)
  if (!held) return undefined
  const organising = await organisers.allows(db, nouns, actor)
  const [standing, results] = [
    await feedbackProgress(db, network, event),
    await resultsShown(db, network, event),
  ]
  return {
    held,
    standing,
    results,
    past: dayState(held, now) === 'past',
    teamNoun: (await networkById(db, network))!.team_noun,
    contacts: organising ? await contactsOf(db, network, event) : undefined,
  }
}

const Choosing = z.object({
  answered: z.number(),
  counts: z.array(z.object({ option: z.string(), count: z.number().nullable() })).nullable(),
})

const Answer = z.object({
  standing: z.object({ state: z.enum(['made', 'open', 'closed']), answered: z.number(), there: z.number() }),
  results: z
    .object({
      answered: z.number(),
      chosen: z.object({ useful: Choosing, equal: Choosing, again: Choosing }),
    })
    .optional(),
})

function showing(site: Site): void {
  site.page({
    at: paths.feedbackResults,
    who: everyone,
    read: resultsFor,
    answer: Answer,
    show: ({ held, standing, results, past, teamNoun, contacts }, visit) => ({
      title: 'How people found the day',
      back: { href: paths.event(visit.nouns), text: held.name },
      body: resultsPage({
        at: visit.nouns,
        eventName: held.name,
        teamNoun,
        standing,
        results,
        past,
        contacts,
        sending: visit,
      }),
    }),
  })
}

function organising(site: Site): void {
  const back = ({ nouns }: RequestContext<AtEvent>) => paths.feedbackResults(nouns)
  const results = (nouns: AtEvent) => ({ href: paths.feedbackResults(nouns), text: 'Feedback' })
  site.button({
    at: paths.feedbackOpening,
    command: openFeedback,
    then: (_done, visit) => back(visit),
    back,
    done: 'The form is open. People find it on Now.',
  })
  site.form({
    at: paths.feedbackClosure,
    who: organisers,
    command: closeFeedback,
    async read({ db, nouns }) {
      const held = await eventById(db, nouns.network, nouns.event)
      return held && { standing: await feedbackProgress(db, nouns.network, nouns.event) }
    },
    show: ({ standing }, _form, visit) => ({
      title: 'Close the feedback form',
      back: results(visit.nouns),
      body: closingPage({ at: visit.nouns, standing, sending: visit }),
    }),
    then: (_done, visit) => back(visit),
    done: 'The form is closed',
  })
  site.form({
    at: paths.forgetContact,
    who: organisers,
    command: forgetContact,
    async read({ db, nouns: { network, event, contact } }) {
      return (await contactsOf(db, network, event)).find(({ id }) => id === contact)
    },
    show: (contact, _form, visit) => ({
      title: 'Remove how to reach somebody',
      back: results(visit.nouns),
      body: removalPage({ at: visit.nouns, contact }, visit),
    }),
    then: (_done, visit) => back(visit),
    done: 'Removed',
  })
}

export function feedbackRoutes(site: Site): void {
  answering(site)
  showing(site)
  organising(site)
}
