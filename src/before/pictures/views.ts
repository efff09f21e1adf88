import { button } from '../../platform/face/button.ts'
import { postingButton, postingForm, type FormToken } from '../../platform/face/command-form.ts'
import { fileUpload } from '../../platform/face/file-upload.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { recordFields } from '../../platform/face/record-fields.ts'
import { errorOf, type FormState } from '../../platform/form/state.ts'
import { paths } from '../../paths.ts'
import { pictureFields } from './record.ts'
import { mostPictures } from './rules.ts'
import type { PictureLine } from './store.ts'

interface CardProps {
  at: { network: string; idea: string }
  pictures: readonly PictureLine[]
  mayKeep: boolean
  /** One that was taken off just now, and can be put back. */
  removed: PictureLine | undefined
  sending: FormToken
}

/** The pictures of an idea, each with its words; an invitation to those who keep the card, and to nobody else. */
export function picturesCard({ at, pictures, mayKeep, removed, sending }: CardProps): Html | undefined {
  if (pictures.length === 0 && !mayKeep) return undefined
  return html`<section class="app-card" id="pictures">
    <h2 class="nhsuk-heading-m">In pictures</h2>
    ${
      removed &&
      insetText({
        content: html`<p>“${removed.alt}” was taken off.</p>
          ${postingButton(
            { action: paths.restorePicture({ ...at, picture: removed.id }), sending },
            { text: 'Put it back', variant: 'secondary', small: true },
          )}`,
      })
    }
    ${pictures.length === 0 && html`<p>A picture says at a glance what changes: a form, a room, a card, a chart.</p>`}
    ${pictures.map(
      (one) =>
        html`<figure class="app-picture">
            <img src="${paths.picture({ ...at, picture: one.id })}" alt="${one.alt}" loading="lazy" />
            <figcaption>${one.alt}</figcaption>
          </figure>
          ${
            mayKeep &&
            postingButton(
              { action: paths.removePicture({ ...at, picture: one.id }), sending },
              {
                text: html`Take it off<span class="nhsuk-u-visually-hidden">: ${one.alt}</span>`,
                variant: 'secondary',
                small: true,
              },
            )
          }`,
    )}
    ${
      mayKeep &&
      pictures.length < mostPictures &&
      button({ text: 'Add a picture', href: paths.newPicture(at), variant: 'secondary' })
    }
  </section>`
}

interface FormProps {
  action: string
  sending: FormToken
  form: FormState<keyof typeof pictureFields.fields | 'content'>
  idea: string
}

export function pictureForm({ action, sending, form, idea }: FormProps): Html {
  const error = errorOf(form, 'content')
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${idea}</span>
      Add a picture
    </h1>
    ${postingForm(
      { action, sending, attributes: { enctype: 'multipart/form-data' } },
      fileUpload({
        name: 'content',
        label: 'The picture',
        hint: 'PNG or JPEG, at most 1 MB. What the camera notes beside it, such as the place, is taken out.',
        ...(error && { error }),
      }),
      recordFields(pictureFields, form),
      button({ text: 'Add this picture', preventDoubleClick: true }),
    )}`
}
