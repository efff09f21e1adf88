import { z } from 'zod'
import { ideasOf } from '../../before/ideas/store.ts'
import { networkById, teamById } from '../../before/networks/store/networks.ts'
import { itsTeam, organisers } from '../../before/networks/store/roles.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { either, everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import {
  changePackage,
  chooseWildCard,
  makePackage,
  removePackage,
  restorePackage,
  returnWildCard,
} from './commands.ts'
import { packageFields, ShownPackageSchema, wildCardFields } from './record.ts'
import { packageAt, packagesOf } from './store.ts'
import { packageForm, packagesPage, wildCardForm } from './views.ts'

interface AtPackage {
  network: string
  package: string
}

export function packageRoutes(site: Site): void {
  list(site)
  making(site)
  wildCards(site)
}

const toAll = ({ nouns: { network } }: { nouns: { network: string } }) => paths.packages({ network })

function list(site: Site): void {
  site.page({
    at: paths.packages,
    who: everyone,
    answer: z.object({ packages: z.array(ShownPackageSchema) }),
    async read({ db, nouns, actor, query }: RequestContext<{ network: string }>) {
      const [network, packages] = await Promise.all([
        networkById(db, nouns.network),
        packagesOf(db, nouns.network),
      ])
      if (!network) return undefined
      const mayMake = await organisers.allows(db, nouns, actor)
      const off = mayMake && (await packageAt(db, { ...nouns, package: query['package'] ?? '' }))
      return { network, packages, mayMake, removed: off && off.removed_at ? off : undefined }
    },
    show: ({ network, ...data }, visit) => ({
      title: 'Packages',
      wide: true,
      crumbs: [{ href: paths.network({ network: network.id }), text: network.name }],
      body: packagesPage({ ...data, network: network.id, sending: visit }),
    }),
  })
}

function making(site: Site): void {
  const back = (network: string) => ({ href: paths.packages({ network }), text: 'Packages' })
  site.form({
    at: paths.newPackage,
    who: organisers,
    command: makePackage,
    async read({ db, nouns }) {
      const network = await networkById(db, nouns.network)
      return network && { ideas: await ideasOf(db, network.id) }
    },
    show: ({ ideas }, form, visit) => ({
      title: 'Put a package together',
      back: back(visit.nouns.network),
      body: packageForm({ action: paths.newPackage(visit.nouns), sending: visit, form, ideas, isNew: true }),
    }),
    then: ({ id }, { nouns }) => paths.package({ ...nouns, package: id }),
    done: 'Every team sees it on its page',
  })
  site.form({
    at: paths.editPackage,
    who: organisers,
    command: changePackage,
    async read({ db, nouns }: RequestContext<AtPackage>) {
      const one = (await packagesOf(db, nouns.network)).find(({ id }) => id === nouns.package)
      const row = await packageAt(db, nouns)
      return one && row && { row, chosen: one.ideas, ideas: await ideasOf(db, nouns.network) }
    },
    stands: true,
    values: ({ row, chosen }) => ({ ...packageFields.values(row), ideas: chosen }),
    show: ({ ideas }, form, visit) => ({
      title: 'Change the package',
      back: { href: paths.package(visit.nouns), text: 'The package' },
      body: packageForm({
        action: paths.editPackage(visit.nouns),
        sending: visit,
        form,
        ideas,
        isNew: false,
      }),
    }),
    then: (_outcome, { nouns }) => paths.package(nouns),
    done: 'Package saved',
  })
  site.button({
    at: paths.removePackage,
    command: removePackage,
    then: ({ id }, { nouns: { network } }) =>
      `${paths.packages({ network })}?package=${encodeURIComponent(id)}`,
    back: toAll,
  })
  site.button({
    at: paths.restorePackage,
    command: restorePackage,
    then: (_outcome, { nouns }) => paths.package(nouns),
    back: toAll,
    done: 'Put back',
  })
}

function wildCards(site: Site): void {
  const toTeam = ({ nouns: { network, team } }: { nouns: { network: string; team: string } }) =>
    paths.team({ network, team })
  site.form({
    at: paths.wildCard,
    who: either(itsTeam, organisers),
    command: chooseWildCard,
    async read({ db, nouns }: RequestContext<AtPackage & { team: string }>) {
      const team = await teamById(db, nouns.network, nouns.team)
      const one = (await packagesOf(db, nouns.network)).find(({ id }) => id === nouns.package)
      return team && one && { team, one, card: one.wildCards.find((card) => card.team === team.id) }
    },
    stands: true,
    values: ({ card }) => wildCardFields.values(card ?? {}),
    show: ({ team, one, card }, form, visit) => ({
      title: 'Your wild card',
      back: { href: toTeam(visit), text: team.name },
      phone: true,
      body: wildCardForm({
        action: paths.wildCard(visit.nouns),
        sending: visit,
        form,
        team: team.name,
        name: one.name,
        back: card && paths.returnWildCard(visit.nouns),
      }),
    }),
    then: (_outcome, visit) => toTeam(visit),
    done: 'Wild card saved',
  })
  site.button({
    at: paths.returnWildCard,
    command: returnWildCard,
    then: (_outcome, visit) => toTeam(visit),
    back: toTeam,
    done: 'Wild card given back',
  })
}
