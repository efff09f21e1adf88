import { z } from 'zod'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamById } from '../../before/networks/store/networks.ts'
import { itsTeam, organisers } from '../../before/networks/store/roles.ts'
import { Id } from '../../platform/form/fields.ts'
import { command, either, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Tx } from '../../platform/store/database.ts'
import { packageFields, wildCardFields } from './record.ts'
import { whyNotThese } from './rules.ts'
import {
  addPackageRow,
  changePackageRow,
  dropWildCard,
  packageAt,
  putPackageIdeas,
  putWildCard,
} from './store.ts'

type Done = Promise<{ id: string } | Refusal>

const topic = ({ network }: { network: string }) => `network:${network}`
const gone = refuse('This package is not there any more')

/** The ideas as a form sends them: none, one, or several boxes. */
const Ideas = z
  .union([z.string(), z.array(z.string().max(100)).max(200)])
  .nullish()
  .transform((sent) => [...new Set([sent ?? []].flat())].filter((id) => id !== ''))

const OfPackage = { network: Id, package: Id }

async function whyNot(tx: Tx, network: string, ideas: readonly string[]): Promise<string | undefined> {
  return whyNotThese(ideas, new Set((await ideasOf(tx, network)).map(({ id }) => id)))
}

export const makePackage = command('packages.makePackage', {
  said: 'put a package of ideas together',
  input: z.object({ network: Id, ...packageFields.input, ideas: Ideas }),
  topic,
  who: organisers,
  async run(tx, { network, ideas, ...given }, { id, now }): Done {
    const why = await whyNot(tx, network, ideas)
    if (why) return refuse(why, 'ideas')
    const row = { network_id: network, id: id(), ...packageFields.columns(given), made_at: now }
    await addPackageRow(tx, row)
    await putPackageIdeas(tx, row, ideas, id)
    return { id: row.id }
  },
})

export const changePackage = command('packages.changePackage', {
  said: 'changed a package of ideas',
  input: z.object({ ...OfPackage, ...packageFields.input, ideas: Ideas }),
  topic,
  who: organisers,
  async run(tx, { network, package: which, ideas, ...given }, { id }): Done {
    const row = await packageAt(tx, { network, package: which })
    if (!row || row.removed_at) return gone
    const why = await whyNot(tx, network, ideas)
    if (why) return refuse(why, 'ideas')
    await changePackageRow(tx, row, packageFields.columns(given))
    await putPackageIdeas(tx, row, ideas, id)
    return { id: row.id }
  },
})

export const removePackage = command('packages.removePackage', {
  said: 'took a package of ideas away',
  input: z.object(OfPackage),
  topic,
  who: organisers,
  async run(tx, at, { now }): Done {
    const row = await packageAt(tx, at)
    if (!row || row.removed_at) return gone
    await changePackageRow(tx, row, { removed_at: now })
    return { id: row.id }
  },
})

export const restorePackage = command('packages.restorePackage', {
  said: 'put a package of ideas back',
  input: z.object(OfPackage),
  topic,
  who: organisers,
  async run(tx, at): Done {
    const row = await packageAt(tx, at)
    if (!row?.removed_at) return gone
    await changePackageRow(tx, row, { removed_at: null })
    return { id: row.id }
  },
})

const OfTeam = { ...OfPackage, team: Id }

/** A team has one wild card beside a package; another takes its place. */
export const chooseWildCard = command('packages.chooseWildCard', {
  said: 'chose a wild card',
  input: z.object({ ...OfTeam, ...wildCardFields.input }),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, { network, package: which, team, ...given }, { id, now }): Done {
    const row = await packageAt(tx, { network, package: which })
    if (!row || row.removed_at || !(await teamById(tx, network, team))) return gone
    const card = id()
    await putWildCard(tx, {
      network_id: network,
      id: card,
      package_id: which,
      team_id: team,
      ...wildCardFields.columns(given),
      chosen_at: now,
    })
    return { id: card }
  },
})

export const returnWildCard = command('packages.returnWildCard', {
  said: 'gave a wild card back',
  input: z.object(OfTeam),
  topic,
  who: either(itsTeam, organisers),
  async run(tx, { network, package: which, team }): Done {
    if (!(await packageAt(tx, { network, package: which })) || !(await teamById(tx, network, team)))
      return gone
    await dropWildCard(tx, { network_id: network, package_id: which, team_id: team })
    return { id: which }
  },
})

export const packageCommands = [
  makePackage,
  changePackage,
  removePackage,
  restorePackage,
  chooseWildCard,
  returnWildCard,
]
