import { z } from 'zod'
import { cameFromNow, keepingFromNow, type AtEvent } from '../../../before/events/rules.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { insiders } from '../../../before/networks/store/roles.ts'
import { actorKey } from '../../../platform/store/actor.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { itsPledgeTeam } from '../../pledges/commands.ts'
import { pledgeAt, pledgeViews } from '../../pledges/store.ts'
import { answersAsk, itsAskers, keepAsk, makeAsk, withdrawAsk } from '../commands.ts'
import { answerFields, askFields } from '../record.ts'
import { addressees } from '../rules.ts'
import { addressOfAsker, askViews } from '../store.ts'
import { askPage } from '../views/ask.ts'
import { asksPage } from '../views/asks.ts'
import { askForm } from '../views/form.ts'
import { answeringRoutes } from './answering.ts'
import { addresseesOf, readAsks } from './list.ts'

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

async function readAsk({ db, nouns, actor }: RequestContext<{ network: string; ask: string }>) {
  const network = await networkById(db, nouns.network)
  const ask = (await askViews(db, nouns.network)).find((one) => one.id === nouns.ask)
  if (!network || !ask) return undefined
  return {
    networkName: network.name,
    ask,
    mayKnowNames: await insiders.allows(db, nouns, actor),
    mayAnswer: await answersAsk.allows(db, nouns, actor),
    mayWithdraw: await itsAskers.allows(db, nouns, actor),
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
      wide: true,
      crumbs: [{ href: paths.network(nouns), text: named.name }],
      body: asksPage({ ...page, ...nouns, now, teamNoun: named.team_noun }),
    }),
  })
  site.page({
    at: paths.ask,
    who: everyone,
    answer: z.object({ ask: Ask }),
    read: readAsk,
    show: ({ networkName, ...page }, visit) => ({
      title: 'Ask for support',
      wide: true,
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
        action: keepingFromNow(visit, paths.newAsk(visit.nouns)),
        sending: visit,
        form,
        team: pledge.team.name,
        addressees: addresseesOf(network),
        told,
      }),
    }),
    then: (_outcome, visit) => (cameFromNow(visit) ? paths.now(visit.nouns) : paths.pledge(visit.nouns)),
    done: 'Ask sent',
  })
  const toAsk = ({ nouns }: { nouns: { network: string; ask: string } }) => paths.ask(nouns)
  const there = { then: (_outcome: unknown, visit: never) => toAsk(visit), back: toAsk }
  site.button({ at: paths.askWithdrawal, command: withdrawAsk, ...there, done: 'Ask withdrawn' })
  site.button({ at: paths.keepAsk, command: keepAsk, ...there, done: 'The ask stands again' })
}

export function askRoutes(site: Site): void {
  reading(site)
  asking(site)
  answeringRoutes(site)
}
