import { allNetworks } from '../../before/networks/store/networks.ts'
import { everyone } from '../../platform/store/command.ts'
import { html } from '../../platform/face/html.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'

export function home(site: Site): void {
  site.page({
    at: paths.home,
    who: everyone,
    read: ({ db }) => allNetworks(db),
    show: (networks) => ({
      title: 'Start',
      body: html`<h1 class="nhsuk-heading-xl">Run a Spread-a-thon</h1>
        <ul class="nhsuk-list">
          ${networks.map((one) => html`<li><a href="${paths.network({ network: one.id })}">${one.name}</a></li>`)}
        </ul>`,
    }),
  })
}
