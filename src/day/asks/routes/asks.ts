import { z } from 'zod'
import { isNotRecorded, type AtEvent } from '../../../before/events/rules.ts'
import { eventsOf } from '../../../before/events/store.ts'
import { networkById, teamsOf, type NetworkRow } from '../../../before/networks/store/networks.ts'
import { boardMembers, insiders } from '../../../before/networks/store/roles.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { itsPledgeTeam } from '../../pledges/commands.ts'
import { pledgeAt, pledgeViews } from '../../pledges/store.ts'
import { answerAsk, answersAsk, itsAskers, keepAsk, makeAsk, withdrawAsk } from '../commands.ts'
import { answerFields, askFields } from '../record.ts'
import { addressees, addresseeName } from '../rules.ts'
import { addressOfAsker, askById, askViews } from '../store.ts'
import { askPage } from '../views/ask.ts'
import { asksPage } from '../views/asks.ts'
import { answerCheck, answerForm, askForm } from '../views/form.ts'

/** An ask as JSON: no owner and no recorder, because they are names. */
const Ask = z
  .object({
    id: z.string(),
    team: z.object({ id: z.string(), name: z.string() }),
    to: z.string(),
    ...askFields.shown,
    madeAt: z.string(),
    state: z.string(),
    answers: z.array(z.object({ ...answerFields.shown, answeredAt: z.string() })),
  })
  .meta({ id: 'Ask' })

const choicesOf = (network: NetworkRow) =>
  addressees.map((to) => ({ value: to, text: addresseeName(to, network) }))

async function readAsks({ db, nouns, query }: RequestContext<{ network: string }>) {
  const network = await networkById(db, nouns.network)
  if (!network) return undefined
  const all = await askViews(db, nouns.network)
  const chosen = { to: query['to'] ?? '', team: query['team'] ?? '' }
  return {
    named: network,
    asks: all.filter(
      (ask) => (!chosen.to || ask.toWhom === chosen.to) && (!chosen.team || ask.team.id === chosen.team),
    ),
    any: all.length > 0,
    unrecordedAt: (await eventsOf(db, nouns.network)).filter((event) => isNotRecorded(event, 'asks')),
    teams: await teamsOf(db, nouns.network),
    chosen,
  }
}

async function readAsk({ db, nouns, actor }: RequestContext<{ network: string; ask: string }>) {
  const network = await networkById(db, nouns.network)
  const ask = (await askViews(db, nouns.network)).find((one) => one.id === nouns.ask)
  if (!network || !ask) return undefined
  const board = await boardMembers.allows(db, nouns, actor)
  return {
    networkName: network.name,
    ask,
    mayKnowNames: await insiders.allows(db, nouns, actor),
    mayAnswer: await answersAsk.allows(db, nouns, actor),
    mayWithdraw: await itsAskers.allows(db, nouns, actor),
    onBehalf: ask.toWhom === 'board' && !board,
    told: (await addressOfAsker(db, (await askById(db, nouns.network, nouns.ask))!.asked_by)) !== undefined,
  }
}

async function readPledge({ db, nouns, actor }: RequestContext<AtEvent & { pledge: string }>) {
  const network = await networkById(db, nouns.network)
  const row = await pledgeAt(db, nouns)
  if (!network || !row) return undefined
  const [pledge] = await pledgeViews(db, nouns.network, [row])
  return { network, pledge: pledge!, told: (await addressOfAsker(db, actorKey(actor))) !== undefined }
}

function reading(site: Site): void {
  site.page({
    at: paths.asks,
    who: everyone,
    answer: z.object({ asks: z.array(Ask) }),
    query: z.object({
      to: z.enum(addressees).optional().describe('Only those of whom this was asked'),
      team: z.string().optional().describe('Only those of this team'),
    }),
    read: readAsks,
    show: ({ named, ...page }, { nouns, now }) => ({
      title: 'Asks for support',
      crumbs: [{ href: paths.network(nouns), text: named.name }],
      body: asksPage({ ...page, ...nouns, now, teamNoun: named.team_noun, addressees: choicesOf(named) }),
    }),
  })
  site.page({
    at: paths.ask,
    who: everyone,
    answer: z.object({ ask: Ask }),
    read: readAsk,
    show: ({ networkName, ...page }, visit) => ({
      title: 'Ask for support',
      crumbs: [
        { href: paths.network(visit.nouns), text: networkName },
        { href: paths.asks(visit.nouns), text: 'Asks for support' },
      ],
      body: askPage({ ...page, network: visit.nouns.network, now: visit.now, sending: visit }),
    }),
  })
}

function asking(site: Site): void {
  site.form({
    at: paths.newAsk,
    who: itsPledgeTeam,
    command: makeAsk,
    read: readPledge,
    show: ({ network, pledge, told }, form, visit) => ({
      title: 'Ask for support',
      back: { href: paths.pledge(visit.nouns), text: 'Back to the pledge' },
      body: askForm({
        action: paths.newAsk(visit.nouns),
        sending: visit,
        form,
        team: pledge.team.name,
        addressees: choicesOf(network),
        told,
      }),
    }),
    then: (_outcome, { nouns }) => paths.pledge(nouns),
    done: 'Ask sent',
  })
  const toAsk = ({ nouns }: { nouns: { network: string; ask: string } }) => paths.ask(nouns)
  const there = { then: (_outcome: unknown, visit: never) => toAsk(visit), back: toAsk }
  site.button({ at: paths.askWithdrawal, command: withdrawAsk, ...there, done: 'Ask withdrawn' })
  site.button({ at: paths.keepAsk, command: keepAsk, ...there, done: 'The ask stands again' })
}

function answering(site: Site): void {
  site.form({
    at: paths.answerAsk,
    who: answersAsk,
    command: answerAsk,
    read: readAsk,
    stands: ({ ask }) => ask.answers,
    show: ({ ask, onBehalf, told }, form, visit) => ({
      title: 'Answer an ask',
      back: { href: paths.ask(visit.nouns), text: 'Back to the ask' },
      body: answerForm({ action: paths.answerAsk(visit.nouns), sending: visit, form, ask, onBehalf, told }),
    }),
    check: ({ ask, onBehalf, told }, form, visit) => ({
      title: 'Check the answer before it is sent',
      back: { href: paths.ask(visit.nouns), text: 'Back to the ask' },
      body: answerCheck({ action: paths.answerAsk(visit.nouns), sending: visit, form, ask, onBehalf, told }),
    }),
    then: (_outcome, { nouns }) => paths.ask(nouns),
    done: 'Answer sent',
  })
}

export function askRoutes(site: Site): void {
  reading(site)
  asking(site)
  answering(site)
}
