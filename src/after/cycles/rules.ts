/** The decision of a team about a change after a test of it (plan, do, study, act). */
export type Decision = 'adopt' | 'adapt' | 'again' | 'abandon'

export const decisionNames: Record<Decision, string> = {
  adopt: 'Adopt it: it works here',
  adapt: 'Adapt it, and test that',
  again: 'Test it again',
  abandon: 'Stop it: it does not work here',
}

/** After the name of the team: "Brent adopted it". */
export const decisionWords: Record<Decision, string> = {
  adopt: 'adopted it',
  adapt: 'adapts it',
  again: 'tests it again',
  abandon: 'stopped it',
}

/** The reason why something cannot be done with a cycle of a pledge, if it cannot. */
export function whyNot(
  doing: 'plan' | 'change' | 'finish' | 'reopen',
  pledge: { released_at: string | null },
  cycle?: { decided_at: string | null },
): string | undefined {
  if (doing === 'plan' && pledge.released_at)
    return 'This pledge was released. Take it back first, or test another.'
  if (doing === 'change' && cycle?.decided_at) return 'This test is over. Open it again to change it.'
  if (doing === 'finish' && cycle?.decided_at) return 'What came of this test is written down already.'
  if (doing === 'reopen' && !cycle?.decided_at) return 'This test is not over.'
  return undefined
}
