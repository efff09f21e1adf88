import { fromNow } from '../../before/events/rules.ts'
import { pledgesAt } from '../../day/pledges/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import type { TheDay } from '../../pages/now/day.ts'
import type { ShownPart } from '../../pages/now/part.ts'
import { wall } from '../../pages/screen/wall.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { paths } from '../../paths.ts'
import { cyclesOf } from './store.ts'

interface Planned {
  id: string
  pledge: string
  team: string
  question: string
}

/** While teams plan their first tests: on phones the way to plan one, on the Screen what each will find out. */
export const testsPart: ShownPart = {
  kind: 'tests',
  async read(db, { network, event }): Promise<Planned[]> {
    const [pledges, cycles, teams] = await Promise.all([
      pledgesAt(db, network, event),
      cyclesOf(db, network),
      teamsOf(db, network),
    ])
    const names = new Map(teams.map(({ id, name }) => [id, name]))
    const here = new Set(pledges.map(({ id }) => id))
    return cycles
      .filter((one) => here.has(one.pledge_id))
      .map(({ id, pledge_id, team_id, question }) => ({
        id,
        pledge: pledge_id,
        team: names.get(team_id) ?? '',
        question,
      }))
  },
  toDo({ at, of }, { pledges }) {
    if (pledges.length === 0)
      return html`<p>What would you test? Make the pledge of your team first.</p>
        ${button({ text: 'Make a pledge', href: fromNow(paths.newPledge(at)) })}`
    return html`${pledges.map(({ id, what }) => {
      const own = (of as Planned[]).filter((one) => one.pledge === id)
      const action = paths.newCycle({ ...at, pledge: id })
      return html`<p>${what}</p>
        ${own.map(
          (one) =>
            html`<p>
              Your test:
              <a href="${paths.cycle({ network: at.network, cycle: one.id })}">${one.question}</a>
            </p>`,
        )}
        ${button({ text: own.length > 0 ? 'Plan another test' : 'Plan your first test', href: action })}`
    })}`
  },
  toDoOfAll: ({ at }) =>
    html`<p><a href="${paths.pledges(at)}">Open the pledge of your team to plan its first test</a></p>`,
  onScreen({ of, network }) {
    const planned = of as Planned[]
    if (planned.length === 0)
      return html`<p>First tests appear here as each ${network.team_noun} plans them</p>`
    return wall(
      planned.map(
        ({ team, question }) =>
          html`<li>
            <strong>${team}</strong>
            <span>${question}</span>
          </li>`,
      ),
    )
  },
}

interface Breakthrough {
  id: string
  team: string
  question: string
  happened: string
}

const listed = ({ at, of }: TheDay): Html =>
  html`${(of as Breakthrough[]).map(
      ({ id, team, question, happened }) =>
        html`<p>
          <strong>${team}:</strong>
          <a href="${paths.cycle({ network: at.network, cycle: id })}">${question}</a>
          ${happened}
        </p>`,
    )}
    <p>
      <a href="${paths.cycles({ network: at.network })}"
        >Open a test of your team to call it your biggest breakthrough</a
      >
    </p>`

/** When the network meets again: the test by which each team learnt most. */
export const breakthroughsPart: ShownPart = {
  kind: 'breakthroughs',
  async read(db, { network }): Promise<Breakthrough[]> {
    const [cycles, teams] = await Promise.all([cyclesOf(db, network), teamsOf(db, network)])
    const names = new Map(teams.map(({ id, name }) => [id, name]))
    return cycles
      .filter((one) => one.breakthrough_at !== null)
      .map(({ id, team_id, question, happened }) => ({
        id,
        team: names.get(team_id) ?? '',
        question,
        happened: happened ?? '',
      }))
  },
  toDo: listed,
  toDoOfAll: listed,
  onScreen({ of, network }) {
    const marked = of as Breakthrough[]
    if (marked.length === 0)
      return html`<p>The biggest breakthrough of each ${network.team_noun} appears here once it is marked</p>`
    return wall(
      marked.map(
        ({ team, question, happened }) =>
          html`<li>
            <strong>${team}</strong>
            <span>${question} ${happened}</span>
          </li>`,
      ),
    )
  },
}
