import { paths } from '../../../paths.ts'
import { ideasPage } from '../../../before/ideas/views/list.ts'
import { ideaPage, type IdeaPageProps } from '../../idea/views.ts'
import { searchPage } from '../../search/views.ts'
import { at, network, now, options, teams } from '../made-up.ts'
import type { State } from '../state.ts'

type Props = Omit<IdeaPageProps, 'sending'>

const bare: Props = {
  network,
  unrecorded: false,
  idea: {
    id: options[0]!.idea,
    team: teams[0]!,
    title: options[0]!.title,
    problem: null,
    changes: null,
    evidence: null,
    needs: null,
    slidesUrl: null,
    cameFrom: null,
    updatedAt: now,
  },
  coProducers: [],
  threads: [],
  mayKeep: false,
  removed: undefined,
  cards: [],
}

const full: Props = {
  ...bare,
  idea: {
    ...bare.idea,
    problem: 'People told their story three times before anybody helped.',
    changes: 'One visit, with everybody in the room.\n\nThe caller has waited, too.',
    evidence: 'Waiting fell from 34 days to 27 in nine months.',
    needs: 'A room for four on Mondays.',
    slidesUrl: 'https://example.org/slides',
  },
  coProducers: [
    {
      id: 'one',
      kind: 'service_users',
      howMany: 4,
      recruitedBy: teams[0]!,
      note: 'They designed the letter.',
    },
    { id: 'two', kind: 'staff', howMany: null, recruitedBy: null, note: null },
  ],
  threads: [
    { team: teams[1]!, stage: 'tests', tested: true },
    { team: teams[2]!, stage: 'stopped', tested: false },
    { team: teams[0]!, stage: 'looked', tested: false },
  ],
}

const state = (name: string, says: string, props: Props): State => ({
  name: `idea-${name}`,
  says,
  show: (sending) => ({
    title: props.idea.title,
    body: ideaPage({ ...props, sending }),
    crumbs: [{ href: paths.ideas({ network: network.id }), text: 'Change ideas' }],
    wide: true,
  }),
})

const listed = (name: string, says: string, query: string, found: boolean): State => ({
  name,
  says,
  show: () => ({
    title: 'Change ideas',
    body: ideasPage({
      network,
      ideas: found ? [full.idea, bare.idea] : [],
      query,
      searched: true,
      mayAdd: true,
    }),
    wide: true,
  }),
})

const searched = (
  name: string,
  says: string,
  query: string,
  groups: Parameters<typeof searchPage>[0]['groups'],
): State => ({
  name,
  says,
  show: () => ({
    title: 'Search',
    body: searchPage({ network, query, groups, telling: query !== 'the' }),
    wide: true,
  }),
})

export const states: State[] = [
  state('bare', 'Its title is all that is known', bare),
  state('bare-kept', 'Its title is all that its team has said', { ...bare, mayKeep: true }),
  state('full', 'Everything is said', full),
  state('full-kept', 'Everything is said, for its team', {
    ...full,
    mayKeep: true,
    removed: { id: 'gone', kind: 'carers' },
  }),
  listed('ideas', 'All of them', '', true),
  listed('ideas-none', 'None has been added', '', false),
  listed('ideas-not-found', 'None has the words', 'lighthouse', false),
  searched('search', 'Nothing has been typed', '', []),
  searched('search-found', 'Things in several places', 'conversation', [
    {
      title: 'Change ideas',
      found: [{ text: full.idea.title, sub: 'Brent', href: paths.idea({ ...at, idea: 'one-go' }) }],
    },
    {
      title: 'Pledges',
      found: [{ text: 'From May every new referral has one conversation.', sub: 'Harrow', href: '/gallery' }],
    },
  ]),
  searched('search-none', 'Nothing has the words', 'lighthouse', []),
  searched('search-not-telling', 'Words that tell nothing', 'the', []),
]
