import { card } from '../card.ts'
import { html } from '../html.ts'
import { longText, longWord, nowhere, type Sample } from './sample.ts'

const heading = (text: string) => ({ text, level: 3 as const, size: 'm' as const })

export const sample: Sample = {
  of: ['card.ts'],
  states: {
    plain: card({ heading: heading('Assess in one go'), content: 'One visit instead of three.' }),
    'led on by a click': card({
      heading: heading('Assess in one go'),
      content: 'One visit instead of three.',
      href: nowhere,
      clickable: true,
    }),
    'with actions': card({
      heading: heading('Assess in one go'),
      content: html`<p>One visit instead of three.</p>`,
      actions: [
        { text: 'Change', href: nowhere },
        { text: 'Remove', href: nowhere },
      ],
    }),
    feature: card({
      heading: heading('What matters to you'),
      content: 'Ask it first.',
      variant: 'feature',
    }),
    primary: card({
      heading: heading('Read all ideas'),
      content: 'There are twelve.',
      href: nowhere,
      clickable: true,
      variant: 'primary',
    }),
    secondary: card({ heading: heading('Brent'), content: 'Four ideas.', variant: 'secondary' }),
    'care: not urgent, urgent, at once': html`${(['non-urgent', 'urgent', 'emergency'] as const).map(
      (variant) => card({ heading: heading('Speak to the host'), content: 'If it gets too much.', variant }),
    )}`,
    'long words': card({ heading: heading(longWord), content: `${longText} ${longWord}` }),
    'without a heading': card({ content: 'Nothing is on.' }),
  },
}
