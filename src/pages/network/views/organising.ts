import { html, type Html } from '../../../platform/face/html.ts'
import { taskList } from '../../../platform/face/task-list.ts'
import { paths } from '../../../paths.ts'

interface OrganisingProps {
  network: { id: string; teamNoun: string; teamNounPlural: string; aim: string | null }
  teams: readonly unknown[]
  ideas: readonly unknown[]
  events: readonly unknown[]
  people: number
}

/** The next steps of an organiser, in order, until everything is there; from then on nothing. */
export function settingUp(props: OrganisingProps): Html | undefined {
  const ready =
    props.teams.length > 1 && props.people > 1 && props.ideas.length > 0 && props.events.length > 0
  if (ready && props.network.aim) return undefined
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Set up the network</h2>
    <p>Only organisers see this list.</p>
    ${taskList({ idPrefix: 'set-up', items: tasks(props) })}
  </section>`
}

function tasks({ network, teams, ideas, events, people }: OrganisingProps) {
  const at = { network: network.id }
  return [
    {
      heading: 'Say what the network is for',
      href: paths.editNetwork(at),
      status: network.aim ? 'Done' : toDo,
    },
    {
      heading: `Add the ${network.teamNounPlural}`,
      href: paths.newTeam(at),
      status: teams.length > 1 ? `${teams.length} added` : toDo,
    },
    {
      heading: 'Add people and their roles',
      href: people > 1 ? paths.people(at) : paths.newPerson(at),
      status: people > 1 ? `${people} roles` : toDo,
    },
    {
      heading: `Add an idea from each ${network.teamNoun}`,
      href: paths.newIdea(at),
      status: ideas.length > 0 ? `${ideas.length} added` : toDo,
    },
    {
      heading: 'Plan the first event',
      href: paths.newEvent(at),
      status: events.length > 0 ? 'Done' : toDo,
    },
  ]
}

const toDo = { tag: { text: 'To do', colour: 'blue' as const } }
