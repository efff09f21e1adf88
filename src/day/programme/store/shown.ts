import type { AtEvent } from '../../../before/events/rules.ts'
import { eventById } from '../../../before/events/store.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import { teamsOf } from '../../../before/networks/store/networks.ts'
import type { Db } from '../../../platform/store/database.ts'
import { plannedTimes, type Slot } from '../rules/plan.ts'
import { itemsOf, type ItemRow } from './items.ts'

/** An item with the names of what it points to. */
export interface NamedItem extends ItemRow {
  team: string | null
  slides: string | null
}

/** And with the time that is planned for it. */
export interface ShownItem extends NamedItem {
  slot: Slot
}

/** The programme as pages show it. */
export async function programmeOf(db: Db, { network, event }: AtEvent): Promise<ShownItem[]> {
  const [held, items] = [await eventById(db, network, event), await itemsOf(db, network, event)]
  const named = await namer(db, network)
  const slots = plannedTimes(items, held?.starts_at ?? null)
  return items.map((item) => ({ ...named(item), slot: slots.get(item.id)! }))
}

/** Puts the names of its idea and team to an item; an idea without a title of its own goes by the idea's. */
export async function namer(db: Db, network: string): Promise<(item: ItemRow) => NamedItem> {
  const ideas = new Map((await ideasOf(db, network)).map((idea) => [idea.id, idea]))
  const teams = new Map((await teamsOf(db, network)).map((team) => [team.id, team.name]))
  return (item) => {
    const idea = item.idea_id ? ideas.get(item.idea_id) : undefined
    return {
      ...item,
      title: item.title || (idea?.title ?? 'Change idea'),
      team: idea ? (teams.get(idea.team_id) ?? null) : null,
      slides: idea?.slides_url ?? null,
    }
  }
}
