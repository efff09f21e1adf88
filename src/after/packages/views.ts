import { button } from '../../platform/face/button.ts'
import { checkboxes } from '../../platform/face/checkboxes.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { day } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { recordFields } from '../../platform/face/record-fields.ts'
import { errorOf, valuesOf, type FormState } from '../../platform/form/state.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { packageFields, wildCardFields, type PackageView } from './record.ts'

interface FormProps {
  action: string
  sending: FormToken
  form: FormState<keyof typeof packageFields.fields | 'ideas'>
  ideas: readonly { id: string; title: string }[]
  isNew: boolean
}

export const packageForm = ({ action, sending, form, ideas, isNew }: FormProps): Html => {
  const error = errorOf(form, 'ideas')
  return html`<h1 class="nhsuk-heading-l">${isNew ? 'Put a package together' : 'Change the package'}</h1>
    <p>Every team is asked to test its ideas, and to add a wild card of its own.</p>
    ${
      ideas.length === 0
        ? html`<p>There is no idea yet. Add one first.</p>`
        : postingForm(
            { action, sending },
            recordFields(packageFields, form),
            checkboxes({
              name: 'ideas',
              ...(error && { error }),
              values: valuesOf(form, 'ideas'),
              fieldset: { legend: { text: 'Its ideas', size: 's' } },
              items: ideas.map(({ id, title }) => ({ value: id, text: title })),
            }),
            button({ text: isNew ? 'Put it together' : 'Save', preventDoubleClick: true }),
          )
    }`
}

interface WildCardProps {
  action: string
  sending: FormToken
  form: FormState<keyof typeof wildCardFields.fields>
  team: string
  name: string
  /** The address at which it is given back, where there is one. */
  back: string | undefined
}

export const wildCardForm = ({ action, sending, form, team, name, back }: WildCardProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${team}</span>
      Your wild card beside “${name}”
    </h1>
    ${postingForm(
      { action, sending },
      recordFields(wildCardFields, form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}
    ${back && postingButton({ action: back, sending }, { text: 'Give the wild card back', variant: 'secondary' })}`

interface CardProps {
  at: { network: string; team: string }
  packages: readonly PackageView[]
  titles: ReadonlyMap<string, string>
  /** Its ideas that the team is asked to test, and those of them that it has pledged to. */
  asked(one: PackageView): ReadonlySet<string>
  taken(asked: ReadonlySet<string>): readonly string[]
  mayChoose: boolean
}

/** The asks of the network to a team, on its page: each idea of a package, taken up or open, and its wild card. */
export function packagesCard({ at, packages, titles, asked, taken, mayChoose }: CardProps): Html | undefined {
  if (packages.length === 0) return undefined
  return html`${packages.map((one) => {
    const of = asked(one)
    const has = new Set(taken(of))
    const here = { network: at.network, package: one.id }
    const card = one.wildCards.find(({ team }) => team === at.team)
    return html`<section class="app-card">
      <h2 class="nhsuk-heading-m">
        <a class="nhsuk-link" href="${paths.package(here)}">${one.name}</a>
      </h2>
      <p>
        ${has.size} of ${counted(one.ideas.length, 'idea')}
        pledged${one.byDay !== null && `, all by ${day(one.byDay)}`}.
      </p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        ${one.ideas.map(
          (idea) =>
            html`<li>
              <a class="nhsuk-link" href="${paths.idea({ network: at.network, idea })}">${titles.get(idea)}</a
              >: ${!of.has(idea) ? 'yours' : has.has(idea) ? 'pledged' : 'still open'}
            </li>`,
        )}
        <li>
          Wild card: ${card ? card.words : 'none yet'}
          ${
            mayChoose &&
            html`<a class="nhsuk-link" href="${paths.wildCard({ ...here, team: at.team })}"
              >${card ? 'Change' : 'Choose one'}<span class="nhsuk-u-visually-hidden">
                beside “${one.name}”</span
              ></a
            >`
          }
        </li>
      </ul>
    </section>`
  })}`
}

interface ListProps {
  network: string
  packages: readonly PackageView[]
  mayMake: boolean
  /** One that was taken away just now, and can be put back. */
  removed: { id: string; name: string } | undefined
  sending: FormToken
}

export const packagesPage = ({ network, packages, mayMake, removed, sending }: ListProps): Html =>
  html`<h1 class="nhsuk-heading-xl">Packages</h1>
    <p class="app-lead">Ideas that every team is asked to test, each beside a wild card of its own.</p>
    ${
      removed &&
      insetText({
        content: html`<p>“${removed.name}” was taken away.</p>
          ${postingButton(
            { action: paths.restorePackage({ network, package: removed.id }), sending },
            { text: 'Put it back', variant: 'secondary', small: true },
          )}`,
      })
    }
    ${packages.length === 0 && html`<p>There is no package.</p>`}
    <ul class="app-cards">
      ${packages.map(
        (one) =>
          html`<li class="app-card">
            <h2 class="nhsuk-heading-s">
              <a class="nhsuk-link" href="${paths.package({ network, package: one.id })}">${one.name}</a>
            </h2>
            <p>${counted(one.ideas.length, 'idea')}${one.byDay !== null && `, by ${day(one.byDay)}`}</p>
          </li>`,
      )}
    </ul>
    ${mayMake && button({ text: 'Put a package together', href: paths.newPackage({ network }) })}`
