import { z } from 'zod'
import { ShownPackageSchema, type PackageView } from '../../after/packages/record.ts'
import { packagesOf } from '../../after/packages/store.ts'
import { networkById, type NetworkRow } from '../../before/networks/store/networks.ts'
import { organisers } from '../../before/networks/store/roles.ts'
import { button } from '../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../platform/face/command-form.ts'
import { day } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { prose } from '../../platform/face/prose.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { uptakeGrid } from './grid.ts'
import { uptakeOf, type Uptake } from './uptake.ts'

interface PackageProps {
  network: NetworkRow
  one: PackageView
  /** The uptake of its ideas alone. */
  uptake: Uptake
  mayChange: boolean
  sending: FormToken
}

/** A package: why, how far every team has come with each of its ideas, and the wild cards. */
function packagePage({ network, one, uptake, mayChange, sending }: PackageProps): Html {
  const at = { network: network.id, package: one.id }
  const named = { id: network.id, teamNoun: network.team_noun, teamNounPlural: network.team_noun_plural }
  const cards = new Map(one.wildCards.map(({ team, words }) => [team, words]))
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">Package</span>
      ${one.name}
    </h1>
    <p class="app-lead">
      Every ${network.team_noun} is asked to test ${counted(one.ideas.length, 'idea')} and a wild card of its
      own${one.byDay !== null && ` by ${day(one.byDay)}`}.
    </p>
    ${one.why !== null && prose(one.why)}
    <section class="app-card">
      <h2 class="nhsuk-heading-m">How far each has come</h2>
      ${uptakeGrid({ network: named, uptake })}
    </section>
    <section class="app-card">
      <h2 class="nhsuk-heading-m">Wild cards</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        ${uptake.teams.map(({ id, name }) => html`<li>${name}: ${cards.get(id) ?? 'none yet'}</li>`)}
      </ul>
    </section>
    ${
      mayChange &&
      html`<div class="nhsuk-button-group">
        ${button({ text: 'Change the package', href: paths.editPackage(at), variant: 'secondary' })}
        ${postingButton(
          { action: paths.removePackage(at), sending },
          { text: 'Take the package away', variant: 'secondary' },
        )}
      </div>`
    }`
}

export function packagePages(site: Site): void {
  site.page({
    at: paths.package,
    who: everyone,
    answer: z.object({ package: ShownPackageSchema }),
    async read({ db, nouns, actor }: RequestContext<{ network: string; package: string }>) {
      const [network, packages, uptake] = await Promise.all([
        networkById(db, nouns.network),
        packagesOf(db, nouns.network),
        uptakeOf(db, nouns.network),
      ])
      const one = packages.find(({ id }) => id === nouns.package)
      if (!network || !one) return undefined
      const ideas = uptake.ideas.filter(({ id }) => one.ideas.includes(id))
      const mayChange = await organisers.allows(db, nouns, actor)
      const ways = uptake.ways.filter(({ idea }) => idea !== null && one.ideas.includes(idea))
      return { network, package: one, uptake: { ...uptake, ideas, ways }, mayChange }
    },
    show: ({ network, package: one, uptake, mayChange }, visit) => ({
      title: one.name,
      wide: true,
      crumbs: [
        { href: paths.network({ network: network.id }), text: network.name },
        { href: paths.packages({ network: network.id }), text: 'Packages' },
      ],
      body: packagePage({ network, one, uptake, mayChange, sending: visit }),
    }),
  })
}
