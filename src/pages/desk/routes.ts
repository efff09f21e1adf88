import { organisers } from '../../before/networks/store/roles.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { countsByTeam } from '../../before/sign-ups/store/places.ts'
import { ballotsOf } from '../../day/ballots/store/ballots.ts'
import { ballotShown } from '../../day/ballots/store/results.ts'
import type { Db } from '../../platform/store/database.ts'
import type { Site, Visit } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { streamOf, theDay, type AtEvent } from '../now/day.ts'
import { deskPage, deskPart, type DeskProps } from './views.ts'

async function teamsAt(db: Db, { network, event }: AtEvent) {
  const counts = await countsByTeam(db, network, event)
  const of = (team: string | null) => {
    const { many: signedUp = 0, arrived = 0 } = counts.find((one) => one.team_id === team) ?? {}
    return { signedUp, arrived }
  }
  const named = (await teamsOf(db, network)).map(({ id, name }) => ({ name, ...of(id) }))
  return of(null).signedUp > 0 ? [...named, { name: 'No team', ...of(null) }] : named
}

async function readDesk(visit: Visit<AtEvent>): Promise<DeskProps | undefined> {
  const { db, nouns, now } = visit
  const day = await theDay(db, nouns, now)
  if (!day) return undefined
  const ballots: DeskProps['ballots'] = []
  for (const { id } of await ballotsOf(db, nouns.network, nouns.event)) {
    const shown = await ballotShown(db, nouns.network, nouns.event, id)
    if (shown) ballots.push(shown)
  }
  return { day, teams: await teamsAt(db, nouns), ballots, sending: visit }
}

/** From where an organiser runs the day. */
export function deskPages(site: Site): void {
  site.page({
    at: paths.desk,
    who: organisers,
    async read(visit) {
      const live = await streamOf(visit.db, visit.nouns, 'none')
      const desk = await readDesk(visit)
      return desk && { live, desk }
    },
    show: ({ live, desk }, { nouns }) => ({
      title: `Desk: ${desk.day.event.name}`,
      back: { href: paths.event(nouns), text: desk.day.event.name },
      wide: true,
      live,
      body: deskPage(desk),
    }),
  })
  site.file({
    at: paths.deskNow,
    who: organisers,
    async read(visit) {
      const desk = await readDesk(visit)
      return desk && { type: 'text/html; charset=utf-8', body: deskPart(desk).toString() }
    },
  })
}
