/** Released is an outcome like completed: a team says honestly that it will not do what it pledged, and why. */
export type PledgeState = 'open' | 'completed' | 'released'

export const pledgeStateNames: Record<PledgeState, string> = {
  open: 'In progress',
  completed: 'Completed',
  released: 'Released',
}

interface Outcomes {
  released_at: string | null
  completed_at: string | null
}

export const pledgeState = ({ released_at, completed_at }: Outcomes): PledgeState =>
  released_at ? 'released' : completed_at ? 'completed' : 'open'

/** The sentence that refuses a step in a state of the pledge; without one, it is allowed. */
const refusals: Record<
  'change' | 'release' | 'complete' | 'take back' | 'reopen',
  Partial<Record<PledgeState, string>>
> = {
  change: {
    released: 'This pledge has been released. Take it back before you change it.',
    completed: 'This pledge is completed. Reopen it before you change it.',
  },
  release: {
    released: 'This pledge has been released already.',
    completed: 'This pledge is completed, so it cannot be released.',
  },
  complete: {
    released: 'This pledge has been released. Take it back before you complete it.',
    completed: 'This pledge is completed already.',
  },
  'take back': {
    open: 'This pledge stands: it has not been released.',
    completed: 'This pledge is completed: it has not been released.',
  },
  reopen: {
    open: 'This pledge is in progress: it has not been completed.',
    released: 'This pledge has been released: it has not been completed.',
  },
}

export const whyNot = (doing: keyof typeof refusals, pledge: Outcomes): string | undefined =>
  refusals[doing][pledgeState(pledge)]

/** Stands for the words of a pledge when a past event left none behind. */
export const wordsNotRecorded = 'The words of this pledge were not recorded.'

/** The first words of a pledge for a team that has chosen an idea. */
export const firstWords = (title: string): string => `We will test: ${title}`

/** The same pledge made twice, by two people of a team at once: the same words about the same idea. */
export const isSamePledge = (
  one: { idea_id: string | null; what: string | null },
  other: { idea: string | null; what: string },
): boolean => one.idea_id === other.idea && one.what === other.what
