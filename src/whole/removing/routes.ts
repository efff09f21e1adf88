import { eventsOf } from '../../before/events/store.ts'
import { ideaRemovers } from '../../before/ideas/store.ts'
import { namesIn, networkById } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { actorKey } from '../../platform/store/actor.ts'
import type { Command, Policy } from '../../platform/store/command.ts'
import type { Nouns, Path } from '../../platform/http/path.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { putBack, removers, takeAwayEvent, takeAwayIdea, takeAwayTeam, type TakenAway } from './commands.ts'
import { goneSince, untilWords, type Kind } from './rules.ts'
import { hangingOn, removedOf } from './store.ts'
import { questionView, removedView } from './views.ts'

interface Asking<P extends string, Input> {
  kind: Kind
  at: Path<P>
  who: Policy<Nouns<P>>
  command: Command<Input, TakenAway>
  record(nouns: Nouns<P>): string
  back(nouns: Nouns<P>): string
}

const nounOf = (kind: Kind, teamNoun: string): string => (kind === 'team' ? teamNoun : kind)

/** The question before something is taken away. */
function asking<P extends string, Input>(
  site: Site,
  { kind, at, who, command, record, back }: Asking<P, Input>,
): void {
  const inNetwork = (nouns: Nouns<P>) => (nouns as { network: string }).network
  site.form({
    at,
    who,
    command,
    async read({ db, nouns }) {
      const network = await networkById(db, inNetwork(nouns))
      const found = network && (await hangingOn(db, kind, network.id, record(nouns)))
      return found && { found, noun: nounOf(kind, network.team_noun) }
    },
    fills: ['events'],
    input: async (_values, { db, nouns }) => ({
      ...nouns,
      events: (await eventsOf(db, inNetwork(nouns))).map(({ id }) => id),
    }),
    show: ({ found, noun }, _form, visit) => ({
      title: `Take this ${noun} away?`,
      back: { href: back(visit.nouns), text: found.title },
      body: questionView({
        network: inNetwork(visit.nouns),
        kind,
        noun,
        found,
        action: at(visit.nouns),
        back: back(visit.nouns),
        sending: visit,
      }),
    }),
    then: (_outcome, { nouns }) => paths.removed({ network: inNetwork(nouns) }),
    done: ({ title, removedAt }) =>
      `“${title}” is taken away. You can put it back until ${untilWords(removedAt)}.`,
  })
}

export function removingRoutes(site: Site): void {
  asking(site, {
    kind: 'idea',
    at: paths.removeIdea,
    who: ideaRemovers,
    command: takeAwayIdea,
    record: ({ idea }) => idea,
    back: (nouns) => paths.idea(nouns),
  })
  asking(site, {
    kind: 'team',
    at: paths.removeTeam,
    who: organisers,
    command: takeAwayTeam,
    record: ({ team }) => team,
    back: (nouns) => paths.team(nouns),
  })
  asking(site, {
    kind: 'event',
    at: paths.removeEvent,
    who: organisers,
    command: takeAwayEvent,
    record: ({ event }) => event,
    back: (nouns) => paths.event(nouns),
  })

  site.page({
    at: paths.removed,
    who: removers,
    async read({ db, nouns, actor, now }) {
      const network = await networkById(db, nouns.network)
      if (!network) return undefined
      const organising = await organisers.allows(db, nouns, actor)
      const list = (await removedOf(db, network.id, goneSince(now))).filter(
        (one) => organising || one.removed_by === actorKey(actor),
      )
      const people = list.flatMap((one) =>
        one.removed_by.startsWith('person:') ? [one.removed_by.slice('person:'.length)] : [],
      )
      const names = await namesIn(db, network.id, [...new Set(people)])
      return {
        network,
        list: list.map((one) => ({
          id: one.id,
          noun: nounOf(one.kind, network.team_noun),
          title: one.title,
          removedAt: one.removed_at,
          by: names.get(one.removed_by.slice('person:'.length)) ?? 'whoever runs the server',
        })),
      }
    },
    show: ({ network, list }, visit) => ({
      title: 'Taken away',
      back: { href: paths.network({ network: network.id }), text: network.name },
      body: removedView(network.id, list, visit),
    }),
  })

  site.button({
    at: paths.putBack,
    command: putBack,
    then: ({ kind, id }, { nouns: { network } }) =>
      kind === 'idea'
        ? paths.idea({ network, idea: id })
        : kind === 'team'
          ? paths.team({ network, team: id })
          : paths.event({ network, event: id }),
    back: ({ nouns }) => paths.removed({ network: nouns.network }),
    done: ({ title }) => `“${title}” is back, with all that went with it.`,
  })
}
