import type { AtEvent } from '../../../before/events/rules.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import { openBallotsOf, optionsOf } from '../../../day/ballots/ballot/store/ballots.ts'
import { formOf } from '../../../day/feedback/store/answers.ts'
import { positionOf } from '../../../day/programme/rules/plan.ts'
import { itemsOf, type ItemRow } from '../../../day/programme/store/items.ts'
import { roomsOf } from '../../../day/rooms/store/rooms.ts'
import type { Db } from '../../../platform/store/database.ts'
import type { Moment } from '../rules/acts.ts'

/** The situation as far as people react to it. */
export interface Situation {
  items: ItemRow[]
  on: ItemRow | undefined
  next: ItemRow | undefined
  moments: Moment[]
}

export async function situationOf(db: Db, { network, event }: AtEvent): Promise<Situation> {
  const items = await itemsOf(db, network, event)
  const { on, next } = positionOf(items)
  const ideas = (await ideasOf(db, network)).map(({ id, team_id }) => ({ idea: id, team: team_id }))
  const moments: Moment[] = []
  const at = on && ofItem(on, ideas)
  if (at) moments.push(at)
  if (on?.kind === 'rooms') {
    const rooms = (await roomsOf(db, network, event)).map(({ id }) => id)
    moments.push({ what: 'rooms', key: on.id, rooms })
  }
  for (const ballot of await openBallotsOf(db, network, event)) {
    const options = (await optionsOf(db, network, ballot.id)).map(({ idea_id }) => idea_id)
    moments.push({
      what: 'ballot',
      key: ballot.id,
      method: ballot.method,
      atMost: ballot.at_most,
      ownIdea: ballot.own_idea,
      options: ideas.filter(({ idea }) => options.includes(idea)),
    })
  }
  const form = await formOf(db, network, event)
  if (form && !form.closed_at) moments.push({ what: 'feedback', key: 'feedback' })
  return { items, on, next, moments }
}

function ofItem({ kind, id, idea_id }: ItemRow, ideas: { idea: string; team: string }[]): Moment | undefined {
  if (kind === 'reflection') return { what: 'reflection', key: id, ideas }
  if (kind === 'pledges') return { what: 'pledges', key: id, ideas }
  const shown = ideas.filter(({ idea }) => idea === idea_id)
  return kind === 'idea' && shown.length > 0 ? { what: 'reflection', key: id, ideas: shown } : undefined
}
