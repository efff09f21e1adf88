/** The steps of the ladder that an idea climbs in a team, in their order. */
export const rungs = [
  'interested',
  'pledged',
  'planning',
  'testing',
  'adapting',
  'implementing',
  'adopted',
  'sustained',
] as const

/** Ways off the ladder. Each is said with its reason: a reasoned no is a finding. */
export const exits = ['paused', 'declined', 'abandoned'] as const

export const stages = [...rungs, ...exits] as const
export type AdoptionStage = (typeof stages)[number]
type Rung = (typeof rungs)[number]

export const stageNames: Record<AdoptionStage, string> = {
  interested: 'Interested',
  pledged: 'Pledged',
  planning: 'Planning',
  testing: 'Testing',
  adapting: 'Adapting',
  implementing: 'Implementing',
  adopted: 'Adopted',
  sustained: 'Sustained',
  paused: 'Paused',
  declined: 'Not for us',
  abandoned: 'Stopped',
}

/** After the name of the team: "Harrow adapts it". */
export const stageDeeds: Record<AdoptionStage, string> = {
  interested: 'is interested in it',
  pledged: 'pledged to test it',
  planning: 'plans its first test',
  testing: 'tests it',
  adapting: 'adapts it and tests that',
  implementing: 'makes it usual work',
  adopted: 'adopted it',
  sustained: 'has kept it up for six months',
  paused: 'paused it',
  declined: 'said that it is not for them',
  abandoned: 'stopped it',
}

/** The meaning of a stage and the proof that it asks for, beside the button that leads there. */
export const stageMeanings: Record<AdoptionStage, string> = {
  interested: 'We have looked at it and want to know more',
  pledged: 'We said what we will do, and by when',
  planning: 'We prepare the first small test',
  testing: 'We try it out on a small scale',
  adapting: 'We fit it to our place and test that. Needs a finished test.',
  implementing: 'It becomes part of usual work. Needs a finished test, and what shows it.',
  adopted: 'It is how we work now. Needs a finished test, and what shows it.',
  sustained: 'Six months on it still holds. Needs a measure that has not lost its gain.',
  paused: 'We go on later. Say why, and what has to happen first.',
  declined: 'We looked, and it does not fit us. Say why: it helps others.',
  abandoned: 'We tried, and ended it. Say why: it saves others the time.',
}

export const isExit = (stage: AdoptionStage): boolean => (exits as readonly string[]).includes(stage)

/** The place on the ladder, from 0; nothing for a way off it. */
export const heightOf = (stage: AdoptionStage | undefined): number | undefined =>
  stage === undefined || isExit(stage) ? undefined : rungs.indexOf(stage as Rung)

export const hasAdopted = (stage: AdoptionStage): boolean => stage === 'adopted' || stage === 'sustained'

/** Stages in which nothing is expected to move. */
export const isSettled = (stage: AdoptionStage): boolean => hasAdopted(stage) || isExit(stage)

/** The move that comes next by itself; from a way off the ladder, back to testing. */
export function nextStage(stage: AdoptionStage | undefined): AdoptionStage | undefined {
  if (stage === undefined) return 'interested'
  if (isExit(stage)) return stage === 'paused' ? 'testing' : undefined
  return rungs[rungs.indexOf(stage as Rung) + 1]
}

/** A stage that can be reached only with a finished test, and one that must be shown in words and with a source. */
export const needsTest = (stage: AdoptionStage): boolean =>
  (heightOf(stage) ?? 0) >= rungs.indexOf('adapting')
export const needsWords = (stage: AdoptionStage): boolean =>
  (heightOf(stage) ?? 0) >= rungs.indexOf('implementing')

/** A change is sustained so many months after it was adopted, at the earliest. */
export const monthsToSustained = 6

export const monthsAfter = (on: string, months: number): string =>
  Temporal.PlainDate.from(on).add({ months }).toString()

export interface Moving {
  /** The stage at which it stands, the day of that, and the day on which it was adopted last. */
  from: AdoptionStage | undefined
  since: string | undefined
  adoptedOn: string | undefined
  to: AdoptionStage
  onDay: string
  today: string
  evidence: string | null
  source: string | null
  reason: string | null
  /** Tests of the team with the idea that are over, and the one that is named. */
  finishedTests: readonly string[]
  test: string | null
}

/** True for a move down the ladder, which asks for a reason and for no proof. */
export function isBack(from: AdoptionStage | undefined, to: AdoptionStage): boolean {
  const [before, after] = [heightOf(from), heightOf(to)]
  return before !== undefined && after !== undefined && after < before
}

interface Why {
  says: string
  field?: 'onDay' | 'evidence' | 'source' | 'reason' | 'test' | 'stage'
}

/** The reason why a move cannot be recorded, if it cannot, and the field that it is about. */
export function whyNotMove(move: Moving): Why | undefined {
  const { from, since, to, onDay, today, evidence, reason } = move
  if (from === to) return { says: `It stands at “${stageNames[to]}” already.` }
  if (onDay > today)
    return { says: 'This day is still to come. Enter the day on which it came to this.', field: 'onDay' }
  if (since !== undefined && onDay < since)
    return { says: 'This is before the last move. Enter that day or a later one.', field: 'onDay' }
  if (isExit(to) || isBack(from, to))
    return reason ? undefined : { says: 'Enter why. A reasoned no is a finding too.', field: 'reason' }
  if (to === 'sustained') return whyNotSustained(move)
  if (needsTest(to)) {
    const proof = whyNoTest(move)
    if (proof) return proof
  }
  if (needsWords(to)) {
    if (!evidence)
      return { says: `Enter what shows that it is ${stageNames[to].toLowerCase()}`, field: 'evidence' }
    if (!move.source) return { says: 'Enter where that can be seen', field: 'source' }
  }
  return undefined
}

function whyNoTest({ to, finishedTests, test }: Moving): Why | undefined {
  if (finishedTests.length === 0)
    return {
      says: `“${stageNames[to]}” needs a finished test. Write down what came of a test of this idea first.`,
      field: 'test',
    }
  if (test !== null && !finishedTests.includes(test))
    return { says: 'Choose a test from the list', field: 'test' }
  return undefined
}

function whyNotSustained({ from, adoptedOn, onDay, evidence, source }: Moving): Why | undefined {
  if (from !== 'adopted' || adoptedOn === undefined)
    return { says: 'Only what was adopted can be sustained. Record first when it was adopted.' }
  if (onDay < monthsAfter(adoptedOn, monthsToSustained))
    return {
      says: `It can be called sustained ${monthsToSustained} months after it was adopted, not before.`,
      field: 'onDay',
    }
  if (!evidence)
    return {
      says: 'Enter what the measure shows over these six months: it must not have lost its gain',
      field: 'evidence',
    }
  if (!source) return { says: 'Enter where that can be seen', field: 'source' }
  return undefined
}
