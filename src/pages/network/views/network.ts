import type { ShownIdea } from '../../../before/ideas/record.ts'
import type { answering } from '../../../day/asks/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { prose } from '../../../platform/face/prose.ts'
import { paths } from '../../../paths.ts'
import { waitsForYou } from '../../home/views/waiting.ts'
import type { Waiting } from '../../home/todo.ts'
import { gridSentence, uptakeGrid } from '../../spread/grid.ts'
import type { Uptake } from '../../spread/uptake.ts'
import { eventsPart, type ShownEvent } from './events.ts'
import { networkFigures } from './figures.ts'
import { meetingsPart, type ShownMeetings } from './meetings.ts'
import { settingUp } from './organising.ts'

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
  uptake: Uptake
  asks: ReturnType<typeof answering>
  /** The line of the year, where there is anything on it. */
  year: Html | undefined
  /** The number of ideas that say with whom they were made. */
  coProduced: number
  waiting: Waiting[]
  today: string
  organising: boolean
  /** The number of roles; counted for organisers only. */
  people: number
  inside: boolean
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
    ${network.aim && html`<p class="app-lead">${network.aim}</p>`} ${props.organising && settingUp(props)}
    ${networkFigures(props)} ${grid(props)}
    <div class="app-with-aside">
      <div>
        ${
          props.year &&
          html`<section class="app-card" aria-labelledby="the-year">
            <h2 class="nhsuk-heading-m" id="the-year">The year</h2>
            ${props.year}
          </section>`
        }
        ${props.cards} ${about(props)}
      </div>
      <div>
        ${props.waiting.length > 0 && html`<div class="app-card">${waitsForYou(props.waiting)}</div>`}
        <div class="app-card">${eventsPart(props)}</div>
        <div class="app-card">${meetingsPart(props)}</div>
      </div>
    </div>`
}

/** The grid of ideas and teams, the heart of the page. */
function grid(props: NetworkPageProps): Html {
  const { network, uptake, mayAddIdea } = props
  const at = { network: network.id }
  if (uptake.ideas.length === 0)
    return html`<section class="app-card">
      <h2 class="nhsuk-heading-m">Who has taken up what</h2>
      <p>
        No idea has been added yet. An idea is a change that a ${network.teamNoun} has tried and shows to the
        others.
      </p>
      ${mayAddIdea && button({ text: 'Add an idea', href: paths.newIdea(at), variant: 'secondary' })}
    </section>`
  return html`<section class="app-card" aria-labelledby="taken-up">
    <h2 class="nhsuk-heading-m" id="taken-up">Who has taken up what</h2>
    ${uptakeGrid({ network, uptake: firstIdeas(uptake), today: props.today, caption: gridSentence(uptake, network.teamNoun, network.teamNounPlural) })}
    ${
      uptake.ideas.length > mostIdeas &&
      html`<p>
        <a class="nhsuk-link" href="${paths.spread(at)}">All ${uptake.ideas.length} ideas</a>
      </p>`
    }
  </section>`
}

const mostIdeas = 8

/** The ideas that most others do something with come first where there are too many for a first look. */
function firstIdeas(uptake: Uptake): Uptake {
  if (uptake.ideas.length <= mostIdeas) return uptake
  const weight = (idea: string) => uptake.ways.filter((way) => way.idea === idea && !way.home).length
  const weights = new Map(uptake.ideas.map(({ id }) => [id, weight(id)]))
  const ideas = uptake.ideas.toSorted((a, b) => weights.get(b.id)! - weights.get(a.id)!).slice(0, mostIdeas)
  return { ...uptake, ideas }
}

function about({ network, inside }: NetworkPageProps): Html {
  const at = { network: network.id }
  return html`${network.about && html`<section class="app-card">${prose(network.about)}</section>`}
    <p class="nhsuk-u-secondary-text-colour">
      ${network.qiTeamName} supports the work; ${network.boardName} answers what ${network.teamNounPlural} ask
      of it.
    </p>
    ${
      inside &&
      html`<p>
        <a class="nhsuk-link" href="${paths.people(at)}">People and roles</a> ·
        <a class="nhsuk-link" href="${paths.activity(at)}">Activity</a>
      </p>`
    }`
}
