import { ideaById } from '../../../before/ideas/store.ts'
import { teamById } from '../../../before/networks/store/networks.ts'
import { itsTeam, organisers } from '../../../before/networks/store/roles.ts'
import { Id } from '../../../platform/form/fields.ts'
import { either, refuse, type Policy, type Refusal } from '../../../platform/store/command.ts'
import type { Tx } from '../../../platform/store/database.ts'
import { adoptionOf, changeAdoptionRow, type AdoptionRow } from '../store/adoptions.ts'

export interface AtAdoption {
  network: string
  idea: string
  team: string
}

export const OfAdoption = { network: Id, idea: Id, team: Id }

/** People who work in the team, and organisers, say how far it has come. */
export const adopters: Policy<AtAdoption> = either(itsTeam, organisers)

export const topic = ({ network }: { network: string }) => `network:${network}`

export type Outcome = Promise<{ id: string } | Refusal>

export const gone = refuse('This idea or this team is not there any more')
const notBegun = refuse('Record first how far the team has come with this idea')

export const areThere = async (tx: Tx, { network, idea, team }: AtAdoption): Promise<boolean> =>
  Boolean(await ideaById(tx, network, idea)) && Boolean(await teamById(tx, network, team))

/** Does something with a record that has begun, and marks that something was recorded of it. */
export async function withAdoption(
  tx: Tx,
  at: AtAdoption,
  now: string,
  change: (row: AdoptionRow) => Promise<Refusal | Partial<AdoptionRow>>,
): Outcome {
  const row = await adoptionOf(tx, at.network, at.idea, at.team)
  if (!row) return notBegun
  const changed = await change(row)
  if ('refused' in changed) return changed as Refusal
  await changeAdoptionRow(tx, row, { ...changed, updated_at: now })
  return { id: row.id }
}
