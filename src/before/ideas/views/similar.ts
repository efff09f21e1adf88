import { checkedForm, type FormToken } from '../../../platform/face/command-form.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import type { Values } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import type { IdeaRow } from '../store.ts'

interface SimilarProps {
  action: string
  sending: FormToken
  values: Values
  network: string
  teams: ReadonlyMap<string, string>
  similar: readonly IdeaRow[]
}

/** Ideas that may be the same, before another is added: whoever reads them may find their own, or what stopped it. */
export const similarPage = ({ action, sending, values, network, teams, similar }: SimilarProps): Html =>
  html`<h1 class="nhsuk-heading-l">Is it one of these?</h1>
    <p>
      These ideas have words in common with “${values['title']}”. If yours is one of them, say on its page
      that you have the problem, too, and read what others found out, also where they stopped.
    </p>
    <ul class="nhsuk-list nhsuk-list--border">
      ${similar.map(
        ({ id, title, team_id, problem }) =>
          html`<li>
            <a class="nhsuk-link" href="${paths.idea({ network, idea: id })}">${title}</a>
            ${teams.get(team_id) && html`<span class="nhsuk-u-secondary-text-colour">${teams.get(team_id)}</span>`}
            ${problem !== null && html`<br />${problem}`}
          </li>`,
      )}
    </ul>
    ${checkedForm({ action, sending, values: values as Record<string, string> }, 'It is another: add it')}`
