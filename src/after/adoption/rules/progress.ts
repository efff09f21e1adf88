import { isSettled, rungs, stageNames, type AdoptionStage } from './ladder.ts'

type Rung = (typeof rungs)[number]

/** The parts of each stage: what is usually done when it is over. The team ticks them; their share is "how much". */
export const checklists: Record<Rung, Record<string, string>> = {
  interested: {
    problem: 'We have the problem, and know how often',
    talked: 'We talked to the team that did it',
    users: 'Service users and carers said what they think of it',
    needs: 'We know what it would take',
    differs: 'We know what would have to be different here',
  },
  pledged: {
    words: 'The pledge says what, who and by when',
    lead: 'Somebody leads it',
    partner: 'A service user or carer takes part in it',
    asked: 'What we need has been asked for',
    told: 'The whole team knows of it',
  },
  planning: {
    question: 'We wrote down what we want to find out',
    expected: 'We wrote down what we expect',
    who: 'It is clear who does what, and when',
    data: 'It is clear what is counted, and by whom',
    agreed: 'Those who take part have agreed',
  },
  testing: {
    first: 'A first test is over',
    compared: 'What happened was set against what we expected',
    again: 'It was tested again, on another day or with other staff',
    larger: 'It was tested with more people',
    users: 'Those who received it said how it was for them',
  },
  adapting: {
    written: 'What we changed is written down, with why',
    purpose: 'It still does what the idea is for',
    tested: 'The changed way was tested',
    users: 'Those who receive it helped to change it',
    measured: 'A measure shows what it does',
  },
  implementing: {
    usual: 'It is part of usual work, and no longer an extra',
    trained: 'Everybody who does it knows how, new staff too',
    written: 'It is written down where people look',
    owner: 'Somebody looks after it',
    measured: 'A measure is looked at regularly',
  },
  adopted: {
    everyone: 'Everyone for whom it is meant gets it',
    resourced: 'Its time and money are in the budget',
    leaders: 'Senior people ask how it goes',
    measured: 'The measure has got better and is still watched',
    easier: 'The old way is gone',
  },
  sustained: {
    people: 'It has outlived a change of people',
    holds: 'The gain still holds',
    reminders: 'It goes on without reminders',
    improved: 'It has been improved since',
    shared: 'We have shown it to another team',
  },
}

/** Every part of every stage as one word, as it is stored: testing-first. */
export const partWords: string[] = rungs.flatMap((rung) =>
  Object.keys(checklists[rung]).map((part) => `${rung}-${part}`),
)

/** The parts of a stage, each with its word and if it is done; none for ways off the ladder. */
export function partsOf(stage: AdoptionStage, done: string): { word: string; text: string; done: boolean }[] {
  const words = new Set(done.split(' '))
  const list = (checklists as Partial<Record<AdoptionStage, Record<string, string>>>)[stage] ?? {}
  return Object.entries(list).map(([part, text]) => {
    const word = `${stage}-${part}`
    return { word, text, done: words.has(word) }
  })
}

/** How much of a stage is done, in percent; nothing where it has no parts. */
export function percentOf(stage: AdoptionStage, done: string): number | undefined {
  const parts = partsOf(stage, done)
  if (parts.length === 0) return undefined
  return Math.round((parts.filter((part) => part.done).length / parts.length) * 100)
}

/** After so many days without a move, a test or a note it has stalled: six weeks, from one meeting to the next. */
export const stalledAfterDays = 42

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

interface Standing {
  stage: AdoptionStage
  /** The day since which it stands there. */
  since: string
  done: string
  /** The day of the last thing that anybody recorded of it. */
  lastOn: string
}

/** How much and how long: the figures of one standing on a day. */
export function progressOf({ stage, since, done, lastOn }: Standing, today: string) {
  return {
    percent: percentOf(stage, done),
    days: Math.max(0, daysBetween(since, today)),
    stalled: !isSettled(stage) && daysBetween(lastOn, today) >= stalledAfterDays,
  }
}

export type Progress = ReturnType<typeof progressOf>

const dayWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** "60 % of testing, 41 days, stalled": after the name of the team. */
export const progressWords = (stage: AdoptionStage, { percent, days, stalled }: Progress): string =>
  [
    percent === undefined ? stageNames[stage] : `${percent} % of ${stageNames[stage].toLowerCase()}`,
    dayWords(days),
    stalled && 'stalled',
  ]
    .filter(Boolean)
    .join(', ')

interface Tested {
  planned_at: string
  decided_at: string | null
}

/** The day of the last thing that was recorded of a team with an idea, its tests among them. */
export const lastOn = (updatedAt: string, tests: readonly Tested[]): string =>
  tests
    .flatMap(({ planned_at, decided_at }) => [planned_at, decided_at ?? planned_at])
    .reduce((latest, at) => (at > latest ? at : latest), updatedAt)
    .slice(0, 10)
