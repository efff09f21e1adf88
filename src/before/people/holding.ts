import type { Holding } from '../../platform/slice.ts'
import { forgetLinksOf } from './store/links.ts'
import { anonymisePerson } from './store.ts'

/** An account: its name and address, and the links that open it. */
export const accounts: Holding = {
  async erase(tx, { person }) {
    await forgetLinksOf(tx, person)
    await anonymisePerson(tx, person)
  },
  erases: ['people', 'sign_in_links'],
}
