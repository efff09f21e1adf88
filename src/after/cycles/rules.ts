/** The decision of a team about a change after a test of it (plan, do, study, act). */
export type Decision = 'adopt' | 'adapt' | 'bigger' | 'again' | 'abandon'

export const decisionNames: Record<Decision, string> = {
  adopt: 'Adopt it: it works here',
  adapt: 'Adapt it, and test that',
  bigger: 'Test it on a larger scale',
  again: 'Test it again',
  abandon: 'Stop it: it does not work here',
}

/** After the name of the team: "Brent adopted it". */
export const decisionWords: Record<Decision, string> = {
  adopt: 'adopted it',
  adapt: 'adapts it',
  bigger: 'tests it on a larger scale',
  again: 'tests it again',
  abandon: 'stopped it',
}

/** The outcome of a test, or that it is still under way. */
export type Outcome = Decision | 'open'

export const outcomes = ['open', ...(Object.keys(decisionNames) as Decision[])] as const

export const outcomeOf = ({ decision }: { decision: Decision | null }): Outcome => decision ?? 'open'

/** The confidence of a team in its prediction, said before the result is known. */
export type Confidence = 'guess' | 'likely' | 'sure'

export const confidenceNames: Record<Confidence, string> = {
  guess: 'It is a guess',
  likely: 'It is likely',
  sure: 'We are nearly certain',
}

/** The size of a test: a ramp of tests grows from one person to the whole. */
export type Scale = 'one' | 'few' | 'clinic' | 'service' | 'several'

export const scaleNames: Record<Scale, string> = {
  one: 'One person, or one time',
  few: 'A few people',
  clinic: 'One clinic, ward or shift',
  service: 'The whole service',
  several: 'Several services',
}

export const scaleHints: Partial<Record<Scale, string>> = { one: 'The best first test' }

const scales = Object.keys(scaleNames) as Scale[]

/** The size of a test as a number from 1 (one person) to 5 (several services), or 0 where nobody said. */
export const sizeOf = (scale: Scale | null): number => (scale === null ? 0 : scales.indexOf(scale) + 1)

/** The next larger scale; the largest stays. */
export const largerThan = (scale: Scale): Scale => scales[Math.min(scales.length, sizeOf(scale) + 1) - 1]!

export type AsExpected = 'yes' | 'partly' | 'no'

export const expectedNames: Record<AsExpected, string> = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No, otherwise',
}

/** After "It went": "as expected". */
export const expectedWords: Record<AsExpected, string> = {
  yes: 'as expected',
  partly: 'in part as expected',
  no: 'not as expected',
}

interface InRamp {
  id: string
  after: string | null
}

/** Ramps of tests: each begins with a test that goes on from none, and holds those that go on from it, in their order. */
export function rampsOf<Cycle extends InRamp>(cycles: readonly Cycle[]): Cycle[][] {
  const ramps = new Map<string, Cycle[]>()
  const rampOf = new Map<string, string>()
  for (const cycle of cycles) {
    const first = (cycle.after !== null && rampOf.get(cycle.after)) || cycle.id
    rampOf.set(cycle.id, first)
    ramps.set(first, [...(ramps.get(first) ?? []), cycle])
  }
  return [...ramps.values()]
}

interface Over {
  question: string
  next: string | null
  plan: string | null
  data: string | null
  scale: Scale | null
  decision: Decision | null
}

/**
 * The answers with which the form of the next test begins. What is expected stands empty: it must be thought anew, now
 * that the result of the last is known.
 */
export function nextFrom({ question, next, plan, data, scale, decision }: Over): Record<string, string> {
  return {
    question: next ?? question,
    plan: plan ?? '',
    data: data ?? '',
    scale: scale === null ? '' : decision === 'bigger' ? largerThan(scale) : scale,
  }
}

/** The reason why something cannot be done with a cycle of a pledge, if it cannot. */
export function whyNot(
  doing: 'plan' | 'change' | 'finish' | 'reopen' | 'celebrate',
  pledge: { released_at: string | null },
  cycle?: { decided_at: string | null },
): string | undefined {
  if (doing === 'plan' && pledge.released_at)
    return 'This pledge was released. Take it back first, or test another.'
  if (doing === 'change' && cycle?.decided_at) return 'This test is over. Open it again to change it.'
  if (doing === 'finish' && cycle?.decided_at) return 'What came of this test is written down already.'
  if (doing === 'reopen' && !cycle?.decided_at) return 'This test is not over.'
  if (doing === 'celebrate' && !cycle?.decided_at)
    return 'This test is not over. Write down what came of it first.'
  return undefined
}
