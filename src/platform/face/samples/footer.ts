import { footer } from '../footer.ts'
import { longWord, nowhere, type Sample } from './sample.ts'

const links = ['Accessibility', 'Privacy', 'Cookies', 'Help'].map((text) => ({ text, href: nowhere }))

export const sample: Sample = {
  of: ['footer.ts'],
  alone: true,
  states: {
    plain: footer({ meta: { items: links } }),
    'in columns, with long words': footer({
      navigation: [
        { heading: 'About', items: links },
        { heading: longWord, content: longWord },
      ],
      columns: 2,
      meta: { items: links, content: 'Made with service users and carers' },
    }),
  },
}
