import { z } from 'zod'
import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { networkById } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { writeApproach } from './commands.ts'
import { approachFields } from './record.ts'
import { approachOf } from './store.ts'
import { approachForm, approachPage } from './views.ts'

export function approachRoutes(site: Site): void {
  site.page({
    at: paths.approach,
    who: everyone,
    answer: z.object({ words: z.string().nullable() }),
    async read({ db, nouns, actor }) {
      const [network, row] = await Promise.all([
        networkById(db, nouns.network),
        approachOf(db, nouns.network),
      ])
      const mayWrite = await organisers.allows(db, nouns, actor)
      return network && { network, words: row?.words ?? null, mayWrite }
    },
    show: (data) => ({
      title: 'How a change spreads',
      wide: true,
      crumbs: [{ href: paths.network({ network: data.network.id }), text: data.network.name }],
      body: approachPage(data),
    }),
  })
  site.form({
    at: paths.editApproach,
    who: organisers,
    command: writeApproach,
    async read({ db, nouns }) {
      const network = await networkById(db, nouns.network)
      return network && { row: await approachOf(db, network.id) }
    },
    stands: true,
    values: ({ row }) => approachFields.values(row ?? {}),
    show: (_data, form, visit) => ({
      title: 'How do you spread changes?',
      back: { href: paths.approach(visit.nouns), text: 'How a change spreads' },
      body: approachForm({ action: paths.editApproach(visit.nouns), sending: visit, form }),
    }),
    then: (_outcome, { nouns }) => paths.approach(nouns),
    done: 'Saved',
  })
}
