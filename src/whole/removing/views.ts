import { button } from '../../platform/face/button.ts'
import { dayAndTime } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { paths } from '../../paths.ts'
import { keptDays, untilWords, whyItStays, type Kind } from './rules.ts'
import type { Found } from './store.ts'

export interface QuestionProps {
  network: string
  kind: Kind
  /** The network's word for a team. */
  noun: string
  found: Found
  action: string
  back: string
  sending: FormToken
}

/** Lists all that goes with a record, or why it stays. */
export function questionView({ network, kind, noun, found, action, back, sending }: QuestionProps): Html {
  const keep = html`<p><a href="${back}">Go back and keep it</a></p>`
  if (found.standing.length > 0)
    return html`<h1 class="nhsuk-heading-l">This ${noun} cannot be taken away</h1>
      ${insetText({ content: whyItStays(kind, found.title, found) })}
      ${found.first?.map(
        ({ event, ballot, question }) =>
          html`<p><a href="${paths.ballot({ network, event, ballot })}">${question}</a></p>`,
      )}
      ${keep}`
  return html`<h1 class="nhsuk-heading-l">Take this ${noun} away?</h1>
    <p class="nhsuk-body-l">${found.title}</p>
    ${
      found.going.length === 0
        ? html`<p>Nothing else goes with it.</p>`
        : html`<p>With it go:</p>
            <ul class="nhsuk-list nhsuk-list--bullet">
              ${found.going.map((words) => html`<li>${words}</li>`)}
            </ul>`
    }
    <p>
      Nobody sees it any more. For ${keptDays} days it can be put back as it was; then it is gone for good.
    </p>
    ${postingForm({ action, sending }, button({ text: 'Take it away', variant: 'warning', preventDoubleClick: true }))}
    ${keep}`
}

export interface ShownRemoved {
  id: string
  noun: string
  title: string
  removedAt: string
  by: string
}

export const removedView = (network: string, list: ShownRemoved[], sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-l">Taken away in the last ${keptDays} days</h1>
    ${
      list.length === 0
        ? html`<p>Nothing is here. What is taken away can be put back from here for ${keptDays} days.</p>`
        : list.map((one) => removedPart(network, one, sending))
    }`

const removedPart = (network: string, one: ShownRemoved, sending: FormToken): Html =>
  html`<h2 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">${one.title}</h2>
    <p class="nhsuk-u-margin-bottom-2">
      The ${one.noun} was taken away on ${dayAndTime(one.removedAt)} by ${one.by}. It can be put back until
      ${untilWords(one.removedAt)}.
    </p>
    ${postingButton(
      { action: paths.putBack({ network, removed: one.id }), sending },
      {
        text: html`Put it back<span class="nhsuk-u-visually-hidden">: ${one.title}</span>`,
        variant: 'secondary',
      },
    )}`
