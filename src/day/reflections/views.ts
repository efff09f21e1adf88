import type { AtEvent } from '../../before/events/rules.ts'
import { button } from '../../platform/face/button.ts'
import { element } from '../../platform/face/element.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { prose } from '../../platform/face/prose.ts'
import { recordField } from '../../platform/face/record-fields.ts'
import { summaryList } from '../../platform/face/summary-list.ts'
import { matrix } from '../../platform/face/matrix.ts'
import type { FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import { reflectionFields, type Reflected } from './record.ts'

const { fields, names } = reflectionFields

export interface IdeaShown {
  idea: string
  title: string
  team: string
  teamName: string
}

export interface MatrixProps {
  at: AtEvent
  ideas: IdeaShown[]
  teams: { id: string; name: string }[]
  /** `idea team` of each reflection there is. */
  answered: ReadonlySet<string>
  ownTeam: string | undefined
}

export function matrixPage(props: MatrixProps): Html {
  const { ideas, ownTeam } = props
  const head = html`<h1 class="nhsuk-heading-l">Reflections</h1>
    <p>
      What each team would keep, change and leave out of the others’ ideas, and the first small test it would
      make.
    </p>`
  if (ideas.length === 0)
    return html`${head}
      <p>There are no change ideas yet. Once teams have added theirs, the others reflect on them here.</p>`
  return html`${head} ${ownTeam !== undefined && ofOwnTeam({ ...props, ownTeam })} ${ofAll(props)}`
}

/** Every idea by every team: which has written, and which idea is its own. */
function ofAll({ at, ideas, teams, answered }: MatrixProps): Html {
  const possible = ideas.length * (teams.length - 1)
  const pairs = ideas.flatMap(({ idea }) => teams.map(({ id }) => `${idea} ${id}`))
  const written = pairs.filter((pair) => answered.has(pair)).length
  return html`<h2 class="nhsuk-heading-m">Who has looked at what</h2>
    ${matrix({
      caption: `${written} of ${possible} reflections are written.`,
      corner: 'Idea',
      none: 'Not yet',
      columns: teams.map(({ name }) => ({ text: name })),
      rows: ideas.map(({ idea, title, team: owner, teamName }) => ({
        head: { text: title, sub: `from ${teamName}`, href: paths.reflection({ ...at, idea }) },
        cells: teams.map(({ id: team }) =>
          team === owner
            ? { shade: 'home' as const, word: 'Own idea' }
            : answered.has(`${idea} ${team}`)
              ? { shade: 3 as const, word: 'Written', href: paths.teamReflection({ ...at, idea, team }) }
              : { shade: 0 as const },
        ),
      })),
      legend: [
        { shade: 3, text: 'written: read it' },
        { shade: 'home', text: 'where the idea comes from' },
      ],
    })}`
}

/** Ideas without a reflection of one's own team come before those with one. */
function ofOwnTeam({ at, ideas, answered, ownTeam }: MatrixProps & { ownTeam: string }): Html {
  const others = ideas.filter(({ team }) => team !== ownTeam)
  const [written, open] = [true, false].map((yes) =>
    others.filter(({ idea }) => answered.has(`${idea} ${ownTeam}`) === yes),
  ) as [IdeaShown[], IdeaShown[]]
  return html`${
    open.length === 0
      ? html`<p>Your team has reflected on every idea of the others.</p>`
      : html`<h2 class="nhsuk-heading-m">Your team has yet to reflect on</h2>
          ${linked(open, at)}`
  }
  ${
    written.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Your team has reflected on</h2>
      ${linked(written, at)}`
  }`
}

const linked = (ideas: readonly IdeaShown[], at: AtEvent): Html =>
  html`<ul class="nhsuk-list nhsuk-list--bullet">
    ${ideas.map(({ idea, title, teamName }) => html`<li><a href="${paths.reflection({ ...at, idea })}">${title}</a> (${teamName})</li>`)}
  </ul>`

export interface ReflectionFormProps {
  action: string
  idea: IdeaShown
  teamName: string
  /** The saved reflection, and the time of saving. */
  saved: { reflected: Reflected; at: string } | undefined
  form: FormState<keyof typeof fields>
  sending: FormToken
}

const something = { oneOf: names, or: 'Write something in at least one of the boxes' }

/** Four short boxes. */
export function reflectionForm({ action, idea, teamName, saved, form, sending }: ReflectionFormProps): Html {
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${teamName} reflects on an idea from ${idea.teamName}</span>${idea.title}
    </h1>
    <p>A few words are enough. It is the whole team’s: everyone of ${teamName} can change it.</p>
    ${postingForm(
      {
        action,
        sending,
        queue: { name: `Your reflection on ${idea.title}`, needs: something },
        attributes: { 'data-starts-with': idea.idea },
      },
      html`<input type="hidden" name="seen" value="${saved?.at ?? ''}" />`,
      html`<div class="app-questions">
        ${names.map((part) => recordField(part, fields[part], form, { size: 's' }))}
      </div>`,
      button({ text: 'Save', preventDoubleClick: true }),
    )}`
}

/** The reflection of one team. */
export const reflectedList = (reflected: Reflected): Html =>
  summaryList({
    rows: names.map((part) => ({
      key: fields[part].label,
      value: reflected[part] ? prose(reflected[part]) : '–',
    })),
  })

export interface OthersProps {
  at: AtEvent
  idea: IdeaShown
  /** `late`: when it was written, if it waited on a phone. */
  others: { team: string; teamName: string; reflected: Reflected; late?: string }[]
  /** Another heading stands above. */
  below?: boolean
}

/** The reflections of all teams on an idea. */
export const reflectionsAbout = ({ at, idea, others, below }: OthersProps): Html =>
  html`${!below && html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Reflections on an idea from ${idea.teamName}</span>${idea.title}</h1>`}
    ${below && others.length > 0 && html`<h2 class="nhsuk-heading-m">What other teams wrote</h2>`}
    ${!below && others.length === 0 && html`<p>Nobody has reflected on this idea yet.</p>`}
    ${others.map(
      ({ teamName, reflected, late }) =>
        html`${element(below ? 'h3' : 'h2', { class: 'nhsuk-heading-s' }, teamName)}
        ${late && html`<p class="nhsuk-u-secondary-text-colour">${late}</p>`} ${reflectedList(reflected)}`,
    )}
    <p><a href="${paths.reflections(at)}">All reflections</a></p>`
