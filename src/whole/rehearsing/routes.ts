import { eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { ballotsOf } from '../../day/ballots/ballot/store/ballots.ts'
import { rollByTeam } from '../../day/ballots/voting/store/votes.ts'
import { givenCount } from '../../day/feedback/store/answers.ts'
import type { Site, RequestContext } from '../../platform/http/site.ts'
import { revisionOf } from '../../platform/store/journal.ts'
import type { Db } from '../../platform/store/database.ts'
import { paths } from '../../paths.ts'
import { beginRehearsal, clearRehearsal, continueRehearsal } from './commands.ts'
import { stateOf } from './rules/state.ts'
import { rehearsalIn, rehearsalsOf, toldIn, type RehearsalRow } from './store.ts'
import { beginPage, rehearsalPart, standingPage, type Rehearsal } from './views.ts'

async function storedIn(db: Db, { network, event }: AtEvent): Promise<Rehearsal['stored']> {
  let votes = 0
  for (const { id } of await ballotsOf(db, network, event))
    for (const { voted } of (await rollByTeam(db, network, id)).values()) votes += voted
  return { votes, feedback: await givenCount(db, network, event) }
}

async function shown(db: Db, row: RehearsalRow, now: string): Promise<Rehearsal> {
  const at = { network: row.network_id, event: row.of_event }
  return {
    at,
    state: stateOf(row, now),
    people: row.people,
    minutes: row.minutes,
    byItself: row.by_itself === 1,
    startedAt: row.started_at,
    told: toldIn(row),
    stored: await storedIn(db, at),
    joinCode: (await eventById(db, at.network, at.event))?.join_code ?? '',
  }
}

/** A rehearsal says how it goes; the event that it was made from, which rehearsals there are. */
async function read({ db, nouns, now }: RequestContext<AtEvent>) {
  const { network, event } = nouns
  const held = await eventById(db, network, event)
  if (!held) return undefined
  const own = await rehearsalIn(db, network)
  const rows = own ? [] : await rehearsalsOf(db, network, event)
  return {
    held,
    own: own && {
      rehearsal: await shown(db, own, now),
      from: { network: own.of_network, event: own.of_event },
      live: `${paths.eventLive(nouns)}?parts=none&since=${await revisionOf(db, eventTopic({ network, event }))}`,
    },
    rehearsals: await Promise.all(rows.map((row) => shown(db, row, now))),
  }
}

export function rehearsingRoutes(site: Site): void {
  site.form({
    at: paths.rehearse,
    who: organisers,
    command: beginRehearsal,
    read,
    values: () => ({ people: '75', host: 'me', minutes: '' }),
    show({ held, own, rehearsals }, form, visit) {
      const { nouns: at, now } = visit
      const props = { eventName: held.name, form, sending: visit }
      return {
        title: own ? 'Rehearsal' : 'Rehearse the day',
        back: { href: paths.event(at), text: held.name },
        ...(own && { live: own.live }),
        body: own ? standingPage({ ...props, ...own, now }) : beginPage({ ...props, at, rehearsals }),
      }
    },
    then: ({ id: network }, { nouns: { event } }) => paths.rehearse({ network, event }),
    done: 'The rehearsal is made. It begins within a few seconds.',
  })
  site.file({
    at: paths.rehearsalNow,
    who: organisers,
    async read(visit) {
      const { db, nouns, now } = visit
      const row = await rehearsalIn(db, nouns.network)
      if (!row) return undefined
      const body = rehearsalPart(await shown(db, row, now), visit).toString()
      return { type: 'text/html; charset=utf-8', body }
    },
  })
  site.button({
    at: paths.continueRehearsal,
    command: continueRehearsal,
    then: (_from, { nouns }) => paths.rehearse(nouns),
    back: ({ nouns }) => paths.rehearse(nouns),
    done: 'It goes on within a few seconds',
  })
  site.button({
    at: paths.clearRehearsal,
    command: clearRehearsal,
    then: ({ from }) => paths.rehearse(from),
    back: ({ nouns }) => paths.rehearse(nouns),
    done: 'The rehearsal is cleared. Nothing of it is left.',
  })
}
