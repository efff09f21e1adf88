import { header } from '../header.ts'
import { html } from '../html.ts'
import { longWord, nowhere, sending, type Sample } from './sample.ts'

const service = { text: 'Spreadathon', href: '/' }
const account = (name: string) => ({
  items: [
    { text: 'My day', href: nowhere },
    { text: name, icon: true, href: nowhere, classes: 'app-account-name' },
    {
      text: 'Sign out',
      action: nowhere,
      fields: html`<input type="hidden" name="_token" value="${sending.token}" />`,
    },
  ],
})
const navigation = {
  classes: 'app-navigation',
  items: [
    { text: 'Overview', href: nowhere, current: true },
    ...['Ideas', 'Teams', 'Events', 'Asks', 'Meetings', 'Spread'].map((text) => ({ text, href: nowhere })),
  ],
}

export const sample: Sample = {
  of: ['header.ts', 'header-account.ts', 'header-logo.ts', 'header-navigation.ts'],
  alone: true,
  states: {
    plain: header({ service, account: { items: [{ text: 'Sign in', href: nowhere }] } }),
    'signed in': header({ service, account: account('Bea Lead') }),
    'of an organisation': header({
      service,
      organisation: { name: 'North West', split: 'Health', descriptor: 'NHS Foundation Trust' },
      account: account('Bea Lead'),
    }),
    'with navigation': header({
      service,
      navigation,
      account: account('Bea Lead'),
    }),
    'long words': header({
      service,
      organisation: { name: `${longWord} and District`, descriptor: 'NHS Foundation Trust' },
      account: account(longWord),
    }),
  },
}
