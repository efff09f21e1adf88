import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { ComponentView } from '../record.ts'
import { holdWords, inTold } from '../rules.ts'

const colours = { core: 'blue', adaptable: 'aqua-green', optional: 'grey' } as const

interface CardProps {
  at: { network: string; idea: string }
  components: readonly ComponentView[]
  mayKeep: boolean
  /** A part that was taken off just now, and can be put back. */
  removed?: ComponentView | undefined
  sending: FormToken
}

/** The parts of an idea: what to keep and what to adapt elsewhere. An empty list invites those who keep the card. */
export function componentsCard({ at, components, mayKeep, removed, sending }: CardProps): Html | undefined {
  if (components.length === 0 && !mayKeep) return undefined
  return html`<section class="app-card" id="parts">
    <h2 class="nhsuk-heading-m">What to keep, what to adapt</h2>
    ${
      removed &&
      insetText({
        content: html`<p>“${removed.what}” was taken off.</p>
          ${postingButton(
            { action: paths.restoreComponent({ ...at, component: removed.id }), sending },
            { text: 'Put it back', variant: 'secondary', small: true },
          )}`,
      })
    }
    ${
      components.length === 0
        ? html`<p>
            Name the parts of the idea, what each is for, and which of them others must keep. It is what they
            need most to make the idea their own.
          </p>`
        : partItems(at, components, mayKeep)
    }
    ${mayKeep && button({ text: 'Add a part', href: paths.newComponent(at), variant: 'secondary' })}
  </section>`
}

export const partItems = (
  at: CardProps['at'],
  components: readonly ComponentView[],
  mayKeep: boolean,
): Html =>
  html`<ul class="app-made-of">
    ${inTold(components).map((one) => part(at, one, mayKeep))}
  </ul>`

const part = (at: CardProps['at'], one: ComponentView, mayKeep: boolean): Html =>
  html`<li>
    <p class="app-made-of__what">
      ${tag({ text: holdWords[one.hold], colour: colours[one.hold] })} ${one.what}
    </p>
    <p class="nhsuk-u-margin-bottom-1">So that: ${one.purpose}</p>
    ${one.here !== null && html`<p class="nhsuk-u-secondary-text-colour">Here: ${one.here}</p>`}
    ${
      mayKeep &&
      html`<p class="nhsuk-u-margin-bottom-0">
        <a class="nhsuk-link" href="${paths.editComponent({ ...at, component: one.id })}"
          >Change<span class="nhsuk-u-visually-hidden"> “${one.what}”</span></a
        >
      </p>`
    }
  </li>`
