import type { CycleView } from '../../../after/cycles/record.ts'
import { planForm, studyForm } from '../../../after/cycles/views/forms.ts'
import { cyclesPage } from '../../../after/cycles/views/list.ts'
import { cyclePage } from '../../../after/cycles/views/page.ts'
import { paths } from '../../../paths.ts'
import { emptyForm } from '../../../platform/form/state.ts'
import { at, network, now, pledge } from '../made-up.ts'
import type { State } from '../state.ts'

const running: CycleView = {
  id: 'the-test',
  after: null,
  question: 'Do ten people prefer one visit to three?',
  prediction: 'Eight of ten do.',
  confidence: 'likely',
  scale: 'few',
  startsOn: '2026-02-02',
  plan: 'The nurse asks ten people in February.',
  data: 'A tally on the sheet at the desk.',
  plannedAt: now,
  happened: null,
  asExpected: null,
  learnt: null,
  decision: null,
  next: null,
  decidedAt: null,
  breakthrough: false,
}
const over: CycleView = {
  ...running,
  happened: 'Nine did.\n\nOne wanted more time.',
  asExpected: 'partly',
  learnt: 'Who comes from far prefers one visit.',
  decision: 'bigger',
  next: 'Does it hold for a whole clinic?',
  decidedAt: now,
  breakthrough: true,
}
const stopped: CycleView = {
  ...over,
  id: 'a-leaflet',
  after: over.id,
  question: 'Does a leaflet help?',
  scale: 'clinic',
  asExpected: 'no',
  decision: 'abandon',
  breakthrough: false,
}

const state = (name: string, says: string, cycle: CycleView, mayChange = false): State => ({
  name: `cycle-${name}`,
  says,
  show: (sending) => ({
    title: cycle.question,
    wide: true,
    body: cyclePage({
      network: network.id,
      team: 'Harrow',
      cycle,
      ramp: cycle === over ? [over, stopped] : [cycle],
      pledge: { href: paths.pledge({ ...at, pledge: pledge().id }), words: pledge().what! },
      mayChange,
      next: '/gallery',
      sending,
    }),
  }),
})

const list = (name: string, says: string, cycles: CycleView[]): State => ({
  name,
  says,
  show: () => ({
    title: 'Tests',
    wide: true,
    body: cyclesPage({
      network: network.id,
      teamNoun: 'service',
      cycles: cycles.map((one) => ({ ...one, by: 'Harrow' })),
      counts: new Map([
        [undefined, cycles.length],
        ...(['open', 'bigger', 'abandon'] as const).map((outcome) => [outcome, cycles.length / 3] as const),
      ]),
      only: undefined,
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
  list('tests-none', 'No test has been planned', []),
  list('tests', 'Tests by what came of them', [over, stopped, { ...running, id: 'now' }]),
]
