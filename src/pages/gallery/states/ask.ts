import type { AskView } from '../../../day/asks/record.ts'
import type { AnswerKind } from '../../../day/asks/rules.ts'
import type { answerAsk } from '../../../day/asks/commands.ts'
import { askPage } from '../../../day/asks/views/ask.ts'
import { asksPage } from '../../../day/asks/views/asks.ts'
import { emptyForm, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
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

const due = '2027-01-13T09:00:00.000Z'
const late = ask({
  id: 'late',
  madeAt: '2027-01-04T09:00:00.000Z',
  what: 'Two hours of a data analyst each month',
})

const agreed = answered('agreed', 'The room on the second floor is free.')

const list = (
  name: string,
  says: string,
  asks: AskView[],
  answering?: FormState<FieldsOf<typeof answerAsk>>,
): State => ({
  name: `asks-${name}`,
  says,
  show: (sending) => ({
    title: 'Asks for support',
    wide: true,
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
      mayAnswer: () => answering !== undefined,
      open: answering && {
        ask: asks[0]!,
        form: answering,
        sending,
        onBehalf: true,
        told: true,
        owners: ['QI team', 'Estates'],
        suggested: { owner: 'QI team', onDay: '2027-02-12' },
        next: asks[1]?.id,
      },
    }),
  }),
})

const state = (name: string, says: string, shown: AskView, may = false): State => ({
  name: `ask-${name}`,
  says,
  show: (sending) => ({
    title: shown.what,
    wide: true,
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
  list('answering', 'The form of one is open', [late, ask(), ask({ id: 'due', madeAt: due })], emptyForm()),
  list('refused', 'An answer lacks what it needs', [late, ask()], {
    values: { kind: 'partly', reason: 'Half of it' },
    errors: { owner: 'Enter who will see to it', onDay: 'Enter the date by which it will be done' },
  }),
  state('late', 'It is late, for who answers', late, true),
  state('waiting', 'It waits, for anybody', ask()),
  state('answering', 'It waits, for who answers', ask(), true),
  state('answered', 'It is answered', agreed),
  state('withdrawn', 'It was taken back', ask({ state: 'withdrawn' })),
]
