import { z } from 'zod'
import { ideasOf } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { pledgesOf } from '../../day/pledges/store.ts'
import { agendaPart, wasOpen } from '../../pages/meeting/agenda.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { askedOf, takenBy } from './rules.ts'
import { packagesOf } from './store.ts'

const Open = z.object({ package: z.string(), team: z.string(), open: z.number() })

interface Row {
  package: string
  name: string
  team: string
  open: number
}

/** The teams that have yet to take up some idea of a package. */
export const openPackages = agendaPart<Row>({
  key: 'packages',
  title: 'Packages: what is still open',
  json: Open,
  told: ({ package: which, team, open }): z.infer<typeof Open> => ({ package: which, team, open }),
  async read(db, facts) {
    const { id: network } = facts.network
    const [packages, ideas, teams, pledges] = await Promise.all([
      packagesOf(db, network),
      ideasOf(db, network),
      teamsOf(db, network),
      pledgesOf(db, network),
    ])
    // Of a past meeting: pledges that were made by then, and packages that were there.
    const then = pledges.filter(({ made_at }) => made_at <= facts.meeting.ends_at)
    return packages
      .filter(({ madeAt }) => wasOpen(facts, madeAt))
      .flatMap(({ id, name, ideas: inPackage }) =>
        teams
          .map(({ id: team }) => {
            const asked = askedOf(ideas, inPackage, team)
            return { package: id, name, team, open: asked.size - takenBy(then, team, asked).length }
          })
          .filter(({ open }) => open > 0),
      )
  },
  item: ({ package: which, name, team, open }, { network, teamName }) => ({
    team: teamName(team),
    text: `${counted(open, 'idea')} of “${name}” still open`,
    href: paths.package({ network: network.id, package: which }),
  }),
})
