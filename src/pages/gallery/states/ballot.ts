import { ballotPage, ballotsPage } from '../../../day/ballots/ballot/views/ballot.ts'
import type { BallotShown } from '../../../day/ballots/counting/store/results.ts'
import { paths } from '../../../paths.ts'
import { at as ofEvent, ballot, event, teams } from '../made-up.ts'
import type { State } from '../state.ts'

const at = { ...ofEvent, ballot: 'the-vote' }
const back = { href: paths.event(ofEvent), text: event().name }

/** One has confirmed what its vote says, one may, one took another. */
const choices = teams.map(({ id, name }, place) => ({
  team: id,
  teamName: name,
  mayConfirm: place === 1,
  ...(place !== 1 && { idea: 'talk-first' }),
  ...(place === 2 && { reason: 'It is what our people ask for.' }),
}))

const state = (name: string, says: string, shown: BallotShown, organising = false): State => ({
  name: `ballot-${name}`,
  says,
  show: (sending) => ({
    title: shown.question,
    back,
    wide: shown.state === 'revealed',
    body: ballotPage({ at, shown, choices, voting: undefined, organising, leading: false, sending }),
  }),
})

export const states: State[] = [
  {
    name: 'ballots-none',
    says: 'No vote has been made',
    show: () => ({
      title: 'Votes',
      back,
      body: ballotsPage({ at: ofEvent, ballots: [], organising: true, notRecorded: undefined }),
    }),
  },
  state('made', 'Not open yet', ballot('made')),
  state('made-organising', 'Not open yet, for the organiser', ballot('made'), true),
  state('open', 'People vote', ballot('open')),
  state('open-organising', 'People vote, for the organiser', ballot('open'), true),
  state('closed', 'It has closed, and the result is sealed', ballot('closed')),
  state('closed-organising', 'It has closed, for the organiser', ballot('closed'), true),
  state('revealed', 'The result is out', ballot('revealed')),
  state('revealed-ranked', 'The result of a ranking is out', ballot('revealed', 'ranked')),
]
