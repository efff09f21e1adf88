import { button } from '../button.ts'
import { checkedForm, postingButton, postingForm } from '../command-form.ts'
import { errorSummary } from '../error-summary.ts'
import { html } from '../html.ts'
import { input } from '../input.ts'
import { textarea } from '../textarea.ts'
import { nowhere as action, sending, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['command-form.ts'],
  states: {
    plain: postingForm(
      { action, sending },
      input({ name: 'form-title', label: 'Title' }),
      textarea({ name: 'form-about', label: 'What is it about? (optional)', rows: 3 }),
      button({ text: 'Add the idea' }),
    ),
    'with an error': html`${errorSummary({
      errors: [{ text: 'Enter a title', href: '#wrong-title' }],
      disableAutoFocus: true,
    })}${postingForm(
      { action, sending },
      input({ name: 'wrong-title', label: 'Title', error: 'Enter a title' }),
      textarea({
        name: 'wrong-about',
        label: 'What is it about? (optional)',
        rows: 3,
        value: 'It saves time',
      }),
      button({ text: 'Add the idea' }),
    )}`,
    'asked about an NHS number': postingForm(
      { action, sending: { ...sending, question: true } },
      textarea({ name: 'asked-about', label: 'What is it about?', rows: 3, value: 'Number 943 476 5919' }),
      button({ text: 'Add the idea' }),
    ),
    'one button': postingButton({ action, sending }, { text: 'Close sign-up', variant: 'secondary' }),
    'to be checked': checkedForm({ action, sending, values: { to: 'all' } }, 'Send it to 24 people'),
  },
}
