import type { OnTheWay, StepReader, StepRecord } from '../../pages/thread/step.ts'
import { day, dayOf } from '../../platform/face/dates.ts'
import { paths } from '../../paths.ts'
import type { PledgeRow } from './store.ts'

const at = ({ network }: OnTheWay, pledge: PledgeRow) =>
  paths.pledge({ network: network.id, event: pledge.event_id, pledge: pledge.id })

/** A pledge, and what became of it. */
function taken(way: OnTheWay, pledge: PledgeRow): StepRecord[] {
  const { name } = way.team
  const href = at(way, pledge)
  const says = pledge.what
    ? `${name} pledged: ${pledge.what}`
    : `${name} made a pledge. Its words were not recorded.`
  const by = pledge.by_day ? ` By ${day(pledge.by_day)}.` : ''
  return [
    {
      on: dayOf(pledge.made_at),
      says: `${says}${by && pledge.what ? '.' : ''}${by}`,
      href,
      quote: pledge.what,
      note: `${name} pledged.${by}`,
    },
    ...(pledge.released_at
      ? [
          {
            on: dayOf(pledge.released_at),
            says: `${name} released the pledge`,
            href,
            quote: pledge.release_reason,
            note: `${name} released the pledge`,
          },
        ]
      : []),
    ...(pledge.completed_at
      ? [{ on: dayOf(pledge.completed_at), says: `${name} did what it pledged`, href }]
      : []),
  ]
}

export const pledgeStep: StepReader = {
  name: 'Pledge',
  glyph: 'flag',
  unrecorded: 'pledges',
  async read(_db, way) {
    const { pledges, unnamed, team } = way
    if (pledges.length > 0 || unnamed.length === 0) return pledges.flatMap((pledge) => taken(way, pledge))
    return {
      state: 'not recorded',
      taken: unnamed.map((pledge) => ({
        on: dayOf(pledge.made_at),
        says: `${team.name} made a pledge. Which idea it took up was not recorded.`,
        href: at(way, pledge),
      })),
    }
  },
}
