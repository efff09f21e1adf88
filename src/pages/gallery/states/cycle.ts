import type { CycleView } from '../../../after/cycles/record.ts'
import { cyclePage, planForm, studyForm } from '../../../after/cycles/views.ts'
import { paths } from '../../../paths.ts'
import { emptyForm } from '../../../platform/form/state.ts'
import { at, network, now, pledge } from '../made-up.ts'
import type { State } from '../state.ts'

const running: CycleView = {
  id: 'the-test',
  question: 'Do ten people prefer one visit to three?',
  prediction: 'Eight of ten do.',
  plan: 'The nurse asks ten people in February.',
  plannedAt: now,
  happened: null,
  decision: null,
  decidedAt: null,
}
const over: CycleView = {
  ...running,
  happened: 'Nine did.\n\nOne wanted more time.',
  decision: 'adapt',
  decidedAt: now,
}

const state = (name: string, says: string, cycle: CycleView, mayChange = false): State => ({
  name: `cycle-${name}`,
  says,
  show: (sending) => ({
    title: cycle.question,
    body: cyclePage({
      network: network.id,
      team: 'Harrow',
      cycle,
      pledge: { href: paths.pledge({ ...at, pledge: pledge().id }), words: pledge().what! },
      mayChange,
      next: '/gallery',
      sending,
    }),
  }),
})

export const states: State[] = [
  {
    name: 'cycle-planning',
    says: 'A test is planned',
    show: (sending) => ({
      title: 'Plan a test',
      phone: true,
      body: planForm({ action: '/gallery', sending, form: emptyForm(), team: 'Harrow', isNew: true }),
    }),
  },
  {
    name: 'cycle-planning-wrong',
    says: 'Something is missing in the plan of a test',
    show: (sending) => ({
      title: 'Plan a test',
      phone: true,
      body: planForm({
        action: '/gallery',
        sending,
        form: {
          values: { question: running.question },
          errors: { prediction: 'Enter what you think will happen' },
        },
        team: 'Harrow',
        isNew: true,
      }),
    }),
  },
  {
    name: 'cycle-studying',
    says: 'What came of it is written down',
    show: (sending) => ({
      title: 'What came of the test?',
      phone: true,
      body: studyForm({ action: '/gallery', sending, form: emptyForm(), team: 'Harrow', cycle: running }),
    }),
  },
  state('running', 'It goes on, for anybody', running),
  state('running-own', 'It goes on, for its service', running, true),
  state('over', 'It is over', over),
  state('over-own', 'It is over, for its service', over, true),
]
