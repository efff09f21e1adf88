import type { AskView } from '../../../day/asks/record.ts'
import type { AnswerKind } from '../../../day/asks/rules.ts'
import { askPage } from '../../../day/asks/views/ask.ts'
import { asksPage } from '../../../day/asks/views/asks.ts'
import { paths } from '../../../paths.ts'
import { network, now, teams } from '../made-up.ts'
import type { State } from '../state.ts'
import { ask } from './pledge.ts'

const answered = (kind: AnswerKind, reason: string): AskView =>
  ask({
    id: kind,
    state: 'answered',
    answers: [
      {
        id: `answer-${kind}`,
        kind,
        reason,
        owner: 'QI team',
        onDay: '2027-02-26',
        onBehalfOf: 'board',
        recorder: 'Amina Khan',
        answeredAt: now,
      },
    ],
  })

const agreed = answered('agreed', 'The room on the second floor is free.')

const list = (name: string, says: string, asks: AskView[]): State => ({
  name: `asks-${name}`,
  says,
  show: () => ({
    title: 'Asks for support',
    crumbs: [{ href: paths.network({ network: network.id }), text: network.name }],
    body: asksPage({
      network: network.id,
      now,
      teamNoun: network.team_noun,
      asks,
      any: asks.length > 0,
      unrecordedAt: [],
      teams,
      addressees: [{ value: 'board', text: network.board_name }],
      chosen: { to: '', team: '' },
    }),
  }),
})

const state = (name: string, says: string, shown: AskView, may = false): State => ({
  name: `ask-${name}`,
  says,
  show: (sending) => ({
    title: shown.what,
    body: askPage({
      network: network.id,
      now,
      ask: shown,
      mayKnowNames: may,
      mayAnswer: may,
      mayWithdraw: may,
      sending,
    }),
  }),
})

export const states: State[] = [
  list('none', 'Nothing has been asked for', []),
  list('some', 'Some wait, some are answered', [
    ask(),
    agreed,
    answered('not_now', 'After April.'),
    ask({ id: 'withdrawn', state: 'withdrawn' }),
  ]),
  state('waiting', 'It waits, for anybody', ask()),
  state('answering', 'It waits, for who answers', ask(), true),
  state('answered', 'It is answered', agreed),
  state('withdrawn', 'It was taken back', ask({ state: 'withdrawn' })),
]
