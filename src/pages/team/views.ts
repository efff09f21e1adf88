import { ideaCards } from '../../before/ideas/views/card.ts'
import type { ShownIdea } from '../../before/ideas/record.ts'
import { notRecorded } from '../../before/networks/rules.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { summaryList } from '../../platform/face/summary-list.ts'
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
  /** The gaps in the records of the only events that there were. */
  unrecorded: { notes: boolean; votes: boolean; asks: boolean; plans: boolean }
  /** Nothing for those who have no role in the network. */
  members: { name: string; role: string }[] | undefined
  organising: boolean
  mayPlan: boolean
  mayAddIdea: boolean
  /** Cards of other slices. */
  cards: Html[]
}

export function teamPage(props: TeamPageProps): Html {
  const { network, team, organising } = props
  const at = { network: network.id, team: team.id }
  return html`<h1 class="nhsuk-heading-l">${team.name}</h1>
    ${organising && html`<p><a class="nhsuk-link" href="${paths.editTeam(at)}">Rename ${team.name}</a></p>`}
    ${ideas(props)}
    <h2 class="nhsuk-heading-m">What it took up</h2>
    ${thread(props)} ${props.cards} ${people(props)}`
}

function ideas({ network, team, ideas, mayAddIdea }: TeamPageProps): Html {
  const alone = ideas.filter((idea) => !idea.coProduced).length
  return html`<h2 class="nhsuk-heading-m">Ideas it brought</h2>
    ${ideas.length === 0 ? html`<p>No idea from ${team.name} has been added yet.</p>` : ideaCards(network.id, ideas, 3)}
    ${ideas.length > 0 && html`<p>${coProduction(ideas.length, alone)}</p>`}
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

function thread(props: TeamPageProps): Html {
  const { network, team, hasPlan, mayPlan, unrecorded } = props
  const at = { network: network.id, team: team.id }
  const plan = hasPlan
    ? html`<a class="nhsuk-link" href="${paths.plan(at)}">The plan for the year</a>`
    : html`${unrecorded.plans ? notRecorded : 'No plan yet'}${mayPlan && html`. <a class="nhsuk-link" href="${paths.newPlan(at)}">Begin the plan</a>`}`
  return summaryList({
    rows: [
      { key: 'Reflected on', value: reflections(props) },
      { key: 'Chose', value: choices(props) },
      { key: 'Pledged', value: pledges(props) },
      { key: 'Asked for', value: asks(props) },
      { key: 'Plan', value: plan },
    ],
  })
}

const listed = (items: Html[], none: string): Html =>
  items.length === 0
    ? html`${none}`
    : items.length === 1
      ? items[0]!
      : html`<ul class="nhsuk-list nhsuk-list--bullet">
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`

const threadLink = ({ network, team }: TeamPageProps, idea: Titled): Html =>
  html`<a class="nhsuk-link" href="${paths.thread({ network: network.id, team: team.id, idea: idea.id })}"
    >${idea.title}</a
  >`

const reflections = ({ network, team, reflections, unrecorded }: TeamPageProps): Html =>
  listed(
    reflections.map(({ event, idea }) => {
      const href = paths.teamReflection({ network: network.id, event, idea: idea.id, team: team.id })
      return html`<a class="nhsuk-link" href="${href}">${idea.title}</a>`
    }),
    unrecorded.notes ? notRecorded : 'No reflection recorded',
  )

const choices = (props: TeamPageProps): Html =>
  listed(
    props.choices.map(
      ({ idea, confirmed }) =>
        html`${threadLink(props, idea)}${!confirmed && '. Chosen by vote, to be confirmed by the lead'}`,
    ),
    props.unrecorded.votes ? notRecorded : 'No choice recorded',
  )

function pledges(props: TeamPageProps): Html {
  const { network, pledges } = props
  const items = pledges.map(({ id, event, idea, what, released, completed }) => {
    const href = paths.pledge({ network: network.id, event, pledge: id })
    const words = what ?? idea?.title ?? `A pledge, its words ${notRecorded.toLowerCase()}`
    const state = released
      ? tag({ text: 'Released', colour: 'grey' })
      : completed && tag({ text: 'Completed', colour: 'green' })
    return html`<a class="nhsuk-link" href="${href}">${words}</a> ${state}`
  })
  return listed(items, 'No pledge recorded')
}

const asks = ({ network, asks, unrecorded }: TeamPageProps): Html =>
  listed(
    asks.map(
      ({ id, what, answered }) =>
        html`<a class="nhsuk-link" href="${paths.ask({ network: network.id, ask: id })}">${what}</a> ${
            answered ? tag({ text: 'Answered', colour: 'green' }) : tag({ text: 'Waiting', colour: 'yellow' })
          }`,
    ),
    unrecorded.asks ? notRecorded : 'Nothing recorded',
  )

function people({ network, team, members, organising }: TeamPageProps): Html {
  if (!members) return html``
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
