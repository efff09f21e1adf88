import { startHere } from '../../../before/people/views/sign-in.ts'
import { startPage, type StartProps } from '../../home/views/start.ts'
import { network } from '../made-up.ts'
import type { State } from '../state.ts'

const one = { ...network, kind: 'real' as const }
const demonstration = {
  ...network,
  id: 'demonstration',
  name: 'Demonstration',
  kind: 'demonstration' as const,
}

const empty: StartProps = { waiting: [], mine: [], others: [], signedIn: false, mayStart: true }

const state = (name: string, says: string, props: StartProps): State => ({
  name: `home-${name}`,
  says,
  show: (sending) => ({ title: 'Start', body: startPage(props, sending), wide: true }),
})

export const states: State[] = [
  {
    name: 'start-here',
    says: 'Whoever runs the server on their own computer',
    show: (sending) => ({
      title: 'Start as organiser here',
      body: startHere({ values: {}, errors: {} }, sending),
    }),
  },
  state('empty', 'No network is here yet', empty),
  state('stranger', 'Somebody who has not signed in', { ...empty, others: [one, demonstration] }),
  state('finished', 'One whose day is over is there to look round', {
    ...empty,
    others: [one, demonstration],
    finished: demonstration.id,
  }),
  state('waiting', 'Somebody for whom things wait', {
    ...empty,
    mine: [one],
    others: [demonstration],
    signedIn: true,
    waiting: [
      { text: 'Confirm the choice of Brent', href: '/gallery', hint: 'One press' },
      { text: 'Meeting on Tuesday 8 December 2026', href: '/gallery', hint: '2pm' },
    ],
  }),
]
