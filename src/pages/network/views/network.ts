import { ideaCards } from '../../../before/ideas/views/card.ts'
import type { ShownIdea } from '../../../before/ideas/record.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { prose } from '../../../platform/face/prose.ts'
import { paths } from '../../../paths.ts'
import { eventsPart, type ShownEvent } from './events.ts'
import { meetingsPart, type ShownMeetings } from './meetings.ts'
import { organisingPart } from './organising.ts'
import { capitalised } from '../../../platform/text/english.ts'

export interface NetworkPageProps {
  network: {
    id: string
    name: string
    organisation: string | null
    aim: string | null
    about: string | null
    teamNoun: string
    teamNounPlural: string
    boardName: string
    qiTeamName: string
    meetsEveryWeeks: number | null
  }
  teams: { id: string; name: string }[]
  ideas: ShownIdea[]
  events: ShownEvent[]
  meetings: ShownMeetings
  organising: boolean
  /** The number of roles; counted for organisers only. */
  people: number
  inside: boolean
  /** Things that an organiser took away and can put back. */
  removed: number
  mayAddIdea: boolean
  /** Cards of other slices. */
  cards: Html[]
}

/** The network and its results, for everyone. It names no person. */
export function networkPage(props: NetworkPageProps): Html {
  const { network } = props
  return html`<h1 class="nhsuk-heading-xl">
      ${network.organisation && html`<span class="nhsuk-caption-xl">${network.organisation}</span>`}
      ${network.name}
    </h1>
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-two-thirds">
        ${aim(props)} ${props.organising && organisingPart(props)} ${eventsPart(props)} ${ideas(props)}
        ${props.cards}
      </div>
      <div class="nhsuk-grid-column-one-third">${teams(props)} ${meetingsPart(props)} ${running(props)}</div>
    </div>`
}

function aim({ network }: NetworkPageProps): Html {
  return html`${network.aim && html`<p class="nhsuk-body-l">${network.aim}</p>`}
  ${network.about && prose(network.about)}`
}

const mostCards = 12

function ideas({ network, ideas, mayAddIdea }: NetworkPageProps): Html {
  const at = { network: network.id }
  return html`<h2 class="nhsuk-heading-l">Change ideas</h2>
    ${
      ideas.length === 0
        ? html`<p>
            No idea has been added yet. An idea is a change that a ${network.teamNoun} has tried and shows to
            the others.
          </p>`
        : html`${ideaCards(network.id, ideas.slice(0, mostCards), 3)}
            <p>
              <a class="nhsuk-link" href="${paths.ideas(at)}"
                >${ideas.length > mostCards ? `Search all ${ideas.length} ideas` : 'Search the ideas'}</a
              >
            </p>`
    }
    ${mayAddIdea && button({ text: 'Add an idea', href: paths.newIdea(at), variant: 'secondary' })}`
}

function teams({ network, teams, organising }: NetworkPageProps): Html {
  const heading = html`<h2 class="nhsuk-heading-m">${capitalised(network.teamNounPlural)}</h2>`
  if (teams.length === 0)
    return html`${heading}
      <p>None has been added yet.</p>`
  return html`${heading}
    <ul class="nhsuk-list">
      ${teams.map((team) => html`<li><a class="nhsuk-link" href="${paths.team({ network: network.id, team: team.id })}">${team.name}</a></li>`)}
    </ul>
    ${organising && html`<p><a class="nhsuk-link" href="${paths.newTeam({ network: network.id })}">Add a ${network.teamNoun}</a></p>`}`
}

function running({ network, inside, removed }: NetworkPageProps): Html {
  const at = { network: network.id }
  return html`<h2 class="nhsuk-heading-m">Who runs it</h2>
    <p><strong>${network.qiTeamName}</strong><br />supports the work</p>
    <p><strong>${network.boardName}</strong><br />answers what ${network.teamNounPlural} ask of it</p>
    <ul class="nhsuk-list">
      <li><a class="nhsuk-link" href="${paths.asks(at)}">What was asked of them</a></li>
      ${
        inside &&
        html`<li><a class="nhsuk-link" href="${paths.people(at)}">People and roles</a></li>
          <li><a class="nhsuk-link" href="${paths.activity(at)}">Activity</a></li>`
      }
      ${
        removed > 0 &&
        html`<li>
          <a class="nhsuk-link" href="${paths.removed(at)}">Taken away in the last 7 days (${removed})</a>
        </li>`
      }
    </ul>`
}
