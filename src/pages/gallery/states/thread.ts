import { ideaFields } from '../../../before/ideas/record.ts'
import type { IdeaRow } from '../../../before/ideas/store.ts'
import { paths } from '../../../paths.ts'
import { threadPage } from '../../thread/views.ts'
import type { StepReader, ThreadStep } from '../../thread/step.ts'
import { steps as readers } from '../../thread/steps.ts'
import { network, now, options, teams } from '../made-up.ts'
import type { State } from '../state.ts'

const idea: IdeaRow = {
  network_id: network.id,
  id: options[0]!.idea,
  team_id: options[0]!.team,
  ...ideaFields.empty,
  title: options[0]!.title,
  created_at: now,
  updated_at: now,
}

const what: Record<string, string> = { Idea: 'Brent brought the idea' }

const step = ({ name, glyph }: StepReader, state: ThreadStep['state']): ThreadStep => ({
  name,
  glyph,
  state,
  taken:
    state === 'taken'
      ? [
          { on: '2027-01-27', says: what[name] ?? 'We test one visit instead of three', href: '/gallery' },
          {
            on: '2027-02-03',
            says: 'Harrow pledged: One visit',
            href: '/gallery',
            quote: 'From 1 May every new referral at the Mill clinic has one conversation. No second form.',
            note: 'Harrow pledged. By 1 May 2027.',
          },
          { on: null, says: 'And again, on a day that nobody wrote down', href: '/gallery' },
        ]
      : [],
})

const waiting = (late: boolean) => ({
  says: late ? '4 working days late' : '6 working days left',
  late,
  href: '/gallery',
})

const state = (
  name: string,
  says: string,
  stateAt: (place: number) => ThreadStep['state'],
  { ofIdea = true, late }: { ofIdea?: boolean; late?: boolean } = {},
): State => ({
  name: `thread-${name}`,
  says,
  show: () => ({
    title: ofIdea ? idea.title : 'From the pledge to its tests',
    crumbs: [{ href: paths.network({ network: network.id }), text: network.name }],
    wide: true,
    body: threadPage({
      network,
      team: teams[1]!,
      idea: ofIdea ? idea : undefined,
      steps: readers
        .filter((reader) => ofIdea || !reader.ofIdea)
        .map((reader, place) => ({
          ...step(reader, stateAt(place)),
          ...(late !== undefined && reader.name === 'Answer' && { waits: waiting(late) }),
        })),
    }),
  }),
})

export const states: State[] = [
  state('begun', 'The idea is there, and nothing has been done with it', (place) =>
    place === 0 ? 'taken' : 'not yet',
  ),
  state('half-way', 'Half of it is done', (place) => (place < 4 ? 'taken' : 'not yet')),
  state('waiting', 'An ask waits for its answer', (place) => (place < 5 ? 'taken' : 'not yet'), {
    late: false,
  }),
  state('late', 'The answer is late', (place) => (place < 5 ? 'taken' : 'not yet'), { late: true }),
  state('whole', 'All of it is done', () => 'taken'),
  state('not-recorded', 'Much of it was not written down', (place) =>
    place === 3 ? 'taken' : 'not recorded',
  ),
  state('of-a-pledge', 'It begins with a pledge', (place) => (place < 2 ? 'taken' : 'not yet'), {
    ofIdea: false,
  }),
]
