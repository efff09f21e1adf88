import { html } from '../html.ts'
import { notificationBanner } from '../notification-banner.ts'
import { longText, nowhere, type Sample } from './sample.ts'

const title = (text: string, id: string) => ({ text, id })

export const sample: Sample = {
  of: ['notification-banner.ts'],
  states: {
    plain: notificationBanner({
      title: title('Important', 'banner-plain'),
      content: 'The programme has changed.',
    }),
    'when something is done': notificationBanner({
      variant: 'success',
      title: title('Success', 'banner-success'),
      content: 'Pledge made',
      disableAutoFocus: true,
    }),
    'long words': notificationBanner({
      title: title('Important news', 'banner-long'),
      heading: longText,
      content: html`<p>
        ${longText} <a class="nhsuk-notification-banner__link" href="${nowhere}">Read more</a>
      </p>`,
    }),
  },
}
