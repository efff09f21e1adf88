import { ideasOf } from '../../before/ideas/store.ts'
import { itsTeam, organisers } from '../../before/networks/store/roles.ts'
import { pledgesOf } from '../../day/pledges/store.ts'
import type { Card } from '../../pages/card.ts'
import { either } from '../../platform/store/command.ts'
import { askedOf, takenBy } from './rules.ts'
import { packagesOf } from './store.ts'
import { packagesCard } from './views.ts'

export const packageCards: readonly Card[] = [
  {
    on: 'team',
    async show({ db, actor, nouns: { network } }, team) {
      const [packages, ideas, pledges] = await Promise.all([
        packagesOf(db, network),
        ideasOf(db, network),
        pledgesOf(db, network),
      ])
      const at = { network, team }
      return packagesCard({
        at,
        packages,
        titles: new Map(ideas.map(({ id, title }) => [id, title])),
        asked: (one) => askedOf(ideas, one.ideas, team),
        taken: (of) => takenBy(pledges, team, of),
        mayChoose: await either(itsTeam, organisers).allows(db, at, actor),
      })
    },
  },
]
