/** The groups that come to a meeting besides the teams. */
export const groups = ['senior_leader', 'board', 'qi_team'] as const
