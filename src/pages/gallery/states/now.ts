import { html } from '../../../platform/face/html.ts'
import type { ItemKind } from '../../../items.ts'
import type { TheDay } from '../../now/day.ts'
import type { Mine } from '../../now/mine.ts'
import { minePart } from '../../now/own.ts'
import { nowPage } from '../../now/views.ts'
import { at, ballot, day, event, options, pledge } from '../made-up.ts'
import type { State } from '../state.ts'

const { question, method, atMost, ownIdea } = ballot('open')

const mine: Mine = {
  toArrive: false,
  team: { id: 'harrow', name: 'Harrow' },
  ideas: options.map(({ idea, title, team, teamName, place }) => ({
    id: idea,
    title,
    own: team === 'harrow',
    reflected: idea === 'one-go',
    team: teamName,
    mark: place,
  })),
  voted: [],
  voting: undefined,
  toGive: [],
  toConfirm: [],
  led: false,
  pledges: [],
  room: undefined,
  hasRooms: true,
  toPlace: false,
  gaveFeedback: false,
  stamps: {},
}

const voting: Mine['voting'] = {
  ...at,
  ballot: 'the-vote',
  question,
  method,
  atMost,
  ownIdea,
  state: 'open',
  team: 'harrow',
  options: options.filter(({ team }) => team !== 'harrow'),
  voted: false,
  late: false,
}

const state = (name: string, says: string, of: TheDay, own?: Mine): State => ({
  name: `now-${name}`,
  says,
  show: (sending) => ({
    title: `Now: ${of.event.name}`,
    phone: true,
    body: nowPage(of, own ? minePart(of, own, sending) : html``),
  }),
})

const during = (kind: ItemKind, changed: Partial<Mine> = {}, says = `While ${kind} is on`): State =>
  state(kind, says, day(kind), { ...mine, ...changed })

export const states: State[] = [
  state('before', 'The day has not started, for whoever opens it', day()),
  during('talk'),
  during('idea'),
  during('reflection'),
  during('ballot', { voting }, 'A vote is open, and not given yet'),
  state('voted', 'A vote is open, and given', day('ballot'), {
    ...mine,
    voted: [{ ballot: 'the-vote', question, open: true, byTeam: false, byLead: false, here: true }],
    voting: { ...voting, voted: true },
  }),
  state('revealed', 'The result of the vote is out', day('ballot', { ballot: ballot('revealed') }), mine),
  during('break'),
  during('pledges', { pledges: [{ id: pledge().id, what: pledge().what }] }),
  during('feedback'),
  state('over', 'The programme is over', day('over'), mine),
  state(
    'cancelled',
    'The event is cancelled',
    day('nothing', { event: event({ cancelled_at: event().created_at }) }),
  ),
]
