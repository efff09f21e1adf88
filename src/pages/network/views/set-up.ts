import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { settingUp } from './organising.ts'

interface SetUpProps {
  network: NetworkRow
  teams: readonly unknown[]
  ideas: readonly unknown[]
  events: readonly unknown[]
  people: number
  /** Things that an organiser took away and can put back. */
  removed: number
}

interface Door {
  text: string
  href: string
  says: string
}

function doors({ network, teams, people, removed }: SetUpProps): Door[] {
  const at = { network: network.id }
  return [
    { text: 'What the network says', href: paths.editNetwork(at), says: 'Its name, aim and words' },
    { text: 'People and roles', href: paths.people(at), says: counted(people, 'role') },
    {
      text: `Add a ${network.team_noun}`,
      href: paths.newTeam(at),
      says: `${counted(teams.length, network.team_noun, network.team_noun_plural)} so far`,
    },
    {
      text: 'Plan an event',
      href: paths.newEvent(at),
      says: 'A Spread-a-thon, with its programme and votes',
    },
    { text: 'Plan the meetings', href: paths.reviewSeries(at), says: 'Every six weeks, or as you like' },
    { text: 'Activity', href: paths.activity(at), says: 'Who changed what, and when' },
    {
      text: 'The network as a file',
      href: paths.networkFile(at),
      says: 'To keep, to move, to read elsewhere',
    },
    ...(removed > 0
      ? [
          {
            text: 'Taken away',
            href: paths.removed(at),
            says: `${counted(removed, 'thing')} in the last 7 days, which can be put back`,
          },
        ]
      : []),
  ]
}

/** Everything that organisers set up, in one place. */
export function setUpPage(props: SetUpProps): Html {
  const { network } = props
  return html`<h1 class="nhsuk-heading-xl">Set up</h1>
    <p class="app-lead">Only organisers of ${network.name} see this page.</p>
    ${settingUp({ ...props, network: { id: network.id, teamNoun: network.team_noun, teamNounPlural: network.team_noun_plural, aim: network.aim } })}
    <ul class="app-cards">
      ${doors(props).map(
        ({ text, href, says }) =>
          html`<li class="app-card">
            <h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
              <a class="nhsuk-link" href="${href}">${text}</a>
            </h2>
            <p class="nhsuk-u-secondary-text-colour">${says}</p>
          </li>`,
      )}
    </ul>`
}
