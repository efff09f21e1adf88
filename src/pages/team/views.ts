import { ideaCards } from '../../before/ideas/views/card.ts'
import type { ShownIdea } from '../../before/ideas/record.ts'
import { notRecorded } from '../../before/networks/rules.ts'
import { day } from '../../platform/face/dates.ts'
import { capitalised, counted } from '../../platform/text/english.ts'
import { trackOf } from '../spread/way-track.ts'
import type { Uptake, Way } from '../spread/uptake.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { tag } from '../../platform/face/tag.ts'
import { paths } from '../../paths.ts'

interface Titled {
  id: string
  title: string
}

export interface TeamPageProps {
  network: { id: string; team_noun: string }
  team: { id: string; name: string }
  ideas: (ShownIdea & { coProduced: boolean })[]
  reflections: { event: string; idea: Titled }[]
  /** By vote alone, until the lead confirms it. */
  choices: { idea: Titled; confirmed: boolean }[]
  pledges: {
    id: string
    event: string
    idea: Titled | null
    what: string | null
    released: boolean
    completed: boolean
  }[]
  asks: { id: string; what: string; answered: boolean }[]
  hasPlan: boolean
  /** Its ways that have come further than a look, the furthest first, and the titles of their ideas. */
  ways: readonly Way[]
  titles: ReadonlyMap<string, string>
  gaps: Uptake['unrecorded']
  /** The line of its year, where there is anything on it. */
  year: Html | undefined
  /** The gaps in the records of the only events that there were. */
  unrecorded: { votes: boolean; plans: boolean }
  /** Nothing for those who have no role in the network. */
  members: { name: string; role: string }[] | undefined
  organising: boolean
  mayPlan: boolean
  mayAddIdea: boolean
  /** Cards of other slices. */
  cards: Html[]
}

/** A team: what it has taken up and how far that has come, what it brought, and who works in it. */
export function teamPage(props: TeamPageProps): Html {
  const { network, team, organising } = props
  const at = { network: network.id, team: team.id }
  return html`<h1 class="nhsuk-heading-xl">${team.name}</h1>
    <p class="app-lead">${leadOf(props)}</p>
    <div class="app-with-aside">
      <div>
        <h2 class="nhsuk-heading-l">What it took up</h2>
        ${taken(props)}
        ${
          props.year &&
          html`<section class="app-card">
            <h2 class="nhsuk-heading-m">The year</h2>
            ${props.year}
          </section>`
        }
        ${props.cards} ${ideas(props)}
      </div>
      <div>
        <section class="app-card">${plan(props)}</section>
        ${props.asks.length > 0 && html`<section class="app-card">${asks(props)}</section>`}
        ${props.reflections.length > 0 && html`<section class="app-card">${reflections(props)}</section>`}
        ${props.members && html`<section class="app-card">${people(props, props.members)}</section>`}
        ${organising && html`<p><a class="nhsuk-link" href="${paths.editTeam(at)}">Rename ${team.name}</a></p>`}
      </div>
    </div>`
}

function leadOf({ pledges, choices, ideas, unrecorded }: TeamPageProps): string {
  const open = pledges.filter((one) => !one.released && !one.completed).length
  const kept = pledges.filter((one) => one.completed && !one.released).length
  const parts = [
    pledges.length > 0 && counted(pledges.length, 'pledge'),
    kept > 0 && `${kept} kept`,
    // Nobody wrote down the fate of the pledges where the plans are unknown.
    open > 0 && !unrecorded.plans && `${open} on the way`,
    pledges.length === 0 && choices.length > 0 && `Chose ${counted(choices.length, 'idea')}`,
    ideas.length > 0 && `${counted(ideas.length, 'idea')} brought`,
  ].filter((one) => one !== false)
  if (parts.length > 0) return capitalised(parts.join(', '))
  return unrecorded.votes
    ? 'What it chose and pledged was not recorded.'
    : 'Nothing has been taken up or brought yet.'
}

/** Its ways: each with the words of its pledge and a drawing of the steps so far. */
function taken(props: TeamPageProps): Html {
  if (props.ways.length === 0)
    return html`<p class="nhsuk-u-secondary-text-colour">
      ${props.unrecorded.votes ? 'What it chose and pledged was not recorded.' : 'It has chosen and pledged nothing yet.'}
    </p>`
  return html`${props.ways.map((way) => wayCard(props, way))}`
}

function wayCard(props: TeamPageProps, way: Way): Html {
  const { network, team, titles, choices } = props
  const title = way.idea
    ? (titles.get(way.idea) ?? way.idea)
    : way.pledges.some(({ what }) => what)
      ? 'A pledge of its own'
      : 'A pledge'
  const href = way.idea
    ? paths.thread({ network: network.id, team: team.id, idea: way.idea })
    : paths.pledgeThread({ network: network.id, team: team.id, pledge: way.pledges.at(-1)!.id })
  const isUnconfirmed = choices.some((one) => one.idea.id === way.idea && !one.confirmed)
  return html`<section class="app-card">
    <h3 class="nhsuk-heading-m nhsuk-u-margin-bottom-2"><a class="nhsuk-link" href="${href}">${title}</a></h3>
    ${isUnconfirmed && html`<p>Chosen by vote, to be confirmed by the lead.</p>`}
    ${way.pledges.map((pledge) => pledgeWords(network.id, pledge))} ${trackOf(way, props.gaps)}
  </section>`
}

function pledgeWords(network: string, pledge: Way['pledges'][number]): Html {
  const href = paths.pledge({ network, event: pledge.event_id, pledge: pledge.id })
  const state = pledge.released_at
    ? tag({ text: 'Released', colour: 'grey' })
    : pledge.completed_at && tag({ text: 'Completed', colour: 'green' })
  const due = !pledge.released_at && !pledge.completed_at && pledge.by_day
  return html`${
    pledge.what
      ? html`<blockquote class="app-story__quote"><a href="${href}">${pledge.what}</a></blockquote>`
      : html`<p><a class="nhsuk-link" href="${href}">Its words were not recorded</a></p>`
  }
  ${(state || due) && html`<p class="nhsuk-u-secondary-text-colour">${state}${due && html`by ${day(due)}`}</p>`}`
}

function ideas({ network, team, ideas, mayAddIdea }: TeamPageProps): Html | undefined {
  const alone = ideas.filter((idea) => !idea.coProduced).length
  if (ideas.length === 0 && !mayAddIdea) return undefined
  return html`<h2 class="nhsuk-heading-l">Ideas it brought</h2>
    ${ideas.length === 0 ? html`<p>No idea from ${team.name} has been added yet.</p>` : ideaCards(network.id, ideas, 3)}
    ${ideas.length > 0 && html`<p class="nhsuk-u-secondary-text-colour">${coProduction(ideas.length, alone)}</p>`}
    ${
      mayAddIdea &&
      button({
        text: 'Add an idea',
        href: `${paths.newIdea({ network: network.id })}?team=${encodeURIComponent(team.id)}`,
        variant: 'secondary',
      })
    }`
}

function coProduction(count: number, alone: number): string {
  if (alone === count) return 'Who made it together with the team is not recorded.'
  if (alone === 0) return 'Made together with others: the card says with whom.'
  return `${count - alone} of ${count} were recorded as made together with others.`
}

function plan({ network, team, hasPlan, mayPlan, unrecorded }: TeamPageProps): Html {
  const at = { network: network.id, team: team.id }
  return html`<h2 class="nhsuk-heading-m">The plan</h2>
    ${
      hasPlan
        ? html`<p><a class="nhsuk-link" href="${paths.plan(at)}">The plan for the year</a></p>`
        : html`<p>${unrecorded.plans ? notRecorded : 'No plan yet'}</p>`
    }
    <p>
      <a class="nhsuk-link" href="${paths.plans({ network: network.id })}">All plans, side by side</a>
    </p>
    ${!hasPlan && mayPlan && button({ text: 'Begin the plan', href: paths.newPlan(at), variant: 'secondary' })}`
}

const listed = (items: Html[]): Html =>
  items.length === 1
    ? html`<p>${items[0]!}</p>`
    : html`<ul class="nhsuk-list nhsuk-list--bullet">
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`

const reflections = ({ network, team, reflections }: TeamPageProps): Html =>
  html`<h2 class="nhsuk-heading-m">Reflected on</h2>
    ${listed(
      reflections.map(({ event, idea }) => {
        const href = paths.teamReflection({ network: network.id, event, idea: idea.id, team: team.id })
        return html`<a class="nhsuk-link" href="${href}">${idea.title}</a>`
      }),
    )}`

const asks = ({ network, asks }: TeamPageProps): Html =>
  html`<h2 class="nhsuk-heading-m">Asked for</h2>
    ${listed(
      asks.map(
        ({ id, what, answered }) =>
          html`<a class="nhsuk-link" href="${paths.ask({ network: network.id, ask: id })}">${what}</a> ${
              answered
                ? tag({ text: 'Answered', colour: 'green' })
                : tag({ text: 'Waiting', colour: 'yellow' })
            }`,
      ),
    )}`

function people(
  { network, team, organising }: TeamPageProps,
  members: { name: string; role: string }[],
): Html {
  return html`<h2 class="nhsuk-heading-m">People</h2>
    <p>Only people with a role in the network see these names.</p>
    ${
      members.length === 0
        ? html`<p>Nobody has a role in ${team.name} yet.</p>`
        : html`<ul class="nhsuk-list nhsuk-list--bullet">
            ${members.map(({ name, role }) => html`<li>${name}, ${role.toLowerCase()}</li>`)}
          </ul>`
    }
    ${organising && button({ text: 'Add a person', href: `${paths.newPerson({ network: network.id })}?team=${encodeURIComponent(team.id)}`, variant: 'secondary' })}`
}
