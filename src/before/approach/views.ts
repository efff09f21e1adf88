import { button } from '../../platform/face/button.ts'
import { postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { prose } from '../../platform/face/prose.ts'
import { recordFields } from '../../platform/face/record-fields.ts'
import type { FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import { approachFields } from './record.ts'
import { primer, type Lesson } from './rules.ts'

interface PageProps {
  network: { id: string; name: string }
  words: string | null
  mayWrite: boolean
}

/** The network's own way first, then a primer for whoever has never heard of it. */
export const approachPage = ({ network, words, mayWrite }: PageProps): Html =>
  html`<h1 class="nhsuk-heading-xl">How a change spreads</h1>
    ${
      (words !== null || mayWrite) &&
      html`<section class="app-card">
        <h2 class="nhsuk-heading-m">How ${network.name} does it</h2>
        ${
          words === null
            ? html`<p>
                Say in your own words what you look for before a change travels, what you ask of teams and
                what you do for them. Until you do, nobody else sees this part.
              </p>`
            : prose(words)
        }
        ${
          mayWrite &&
          button({
            text: words === null ? 'Write it' : 'Change it',
            href: paths.editApproach({ network: network.id }),
            variant: 'secondary',
          })
        }
      </section>`
    }
    <h2 class="nhsuk-heading-l">A short primer</h2>
    <ol class="app-cards app-cards--wide">
      ${primer.map(lesson)}
    </ol>`

const lesson = ({ title, says, asks, source }: Lesson): Html =>
  html`<li class="app-card">
    <h3 class="nhsuk-heading-s">${title}</h3>
    <p>${says}</p>
    <p><strong>Ask yourselves:</strong> ${asks}</p>
    <p class="nhsuk-u-secondary-text-colour">
      To read on: <a class="nhsuk-link" href="${source.href}" rel="noopener">${source.name}</a>
    </p>
  </li>`

interface FormProps {
  action: string
  sending: FormToken
  form: FormState<keyof typeof approachFields.fields>
}

export const approachForm = ({ action, sending, form }: FormProps): Html =>
  html`<h1 class="nhsuk-heading-l">How do you spread changes?</h1>
    ${postingForm(
      { action, sending },
      recordFields(approachFields, form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}`
