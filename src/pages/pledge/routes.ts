import { z } from 'zod'
import { isNotRecorded, type AtEvent } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import { insiders } from '../../before/networks/store/roles.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { itsPledgeLead, itsPledgeTeam } from '../../day/pledges/commands.ts'
import { ShownPledge } from '../../day/pledges/record.ts'
import { pledgeAt, pledgeViews } from '../../day/pledges/store.ts'
import { askFields } from '../../day/asks/record.ts'
import { askViews } from '../../day/asks/store.ts'
import { cardsOn } from '../cards.ts'
import { readThread } from '../thread/routes.ts'
import { pledgePage } from './views.ts'

type AtPledge = AtEvent & { pledge: string }

const Answer = z.object({
  pledge: ShownPledge,
  asks: z.array(z.object({ id: z.string(), to: z.string(), ...askFields.shown, state: z.string() })),
})

async function readPledge(visit: RequestContext<AtPledge>) {
  const { db, nouns, actor } = visit
  const [network, event, row] = await Promise.all([
    networkById(db, nouns.network),
    eventById(db, nouns.network, nouns.event),
    pledgeAt(db, nouns),
  ])
  if (!network || !event || !row) return undefined
  const [pledge] = await pledgeViews(db, nouns.network, [row])
  const inside = await insiders.allows(db, nouns, actor)
  return {
    networkName: network.name,
    eventName: event.name,
    heldOn: event.on_day,
    pledge: pledge!,
    lead: inside ? row.lead : null,
    mayKnowLead: inside,
    asks: (await askViews(db, nouns.network)).filter((ask) => ask.pledge.id === row.id),
    unrecorded: isNotRecorded(event, 'pledges'),
    asksUnrecorded: isNotRecorded(event, 'asks'),
    mayChange: await itsPledgeTeam.allows(db, nouns, actor),
    mayDecide: await itsPledgeLead.allows(db, nouns, actor),
    cards: await cardsOn('pledge', visit, row.id),
    steps: (await readThread(visit, { network: network.id, team: row.team_id, pledge: row.id }))?.steps ?? [],
  }
}

/** A pledge with its asks, and its outcome. */
export function pledgePages(site: Site): void {
  site.page({
    at: paths.pledge,
    who: everyone,
    answer: Answer,
    read: readPledge,
    show: ({ networkName, eventName, ...page }, visit) => ({
      title: `Pledge of ${page.pledge.team.name}`,
      wide: true,
      crumbs: [
        { href: paths.network({ network: visit.nouns.network }), text: networkName },
        { href: paths.event(visit.nouns), text: eventName },
        { href: paths.pledges(visit.nouns), text: 'Pledges' },
      ],
      body: pledgePage({ ...page, ...visit.nouns, pledge: page.pledge, now: visit.now, sending: visit }),
    }),
  })
}
