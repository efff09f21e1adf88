/**
 * The progress score of the Institute for Healthcare Improvement, in our own words. People set it; nothing computes it.
 */
export const scoreNames = {
  '0.5': '0.5 – We mean to take part',
  '1.0': '1.0 – There is an aim and a team',
  '1.5': '1.5 – Planning has begun',
  '2.0': '2.0 – Much is being done, but no change yet',
  '2.5': '2.5 – Changes are tested; nothing has got better yet',
  '3.0': '3.0 – A little better: about a fifth of what we hoped for',
  '3.5': '3.5 – Better: the measures move towards the goal',
  '4.0': '4.0 – Much better: half of the goals or more are reached',
  '4.5': '4.5 – It holds: the data begin to show that it stays',
  '5.0': '5.0 – All goals are reached, and the organisation has changed with it',
} as const
export type Score = keyof typeof scoreNames

/** Where the score comes from and is explained in full. */
export const scoreSource = 'https://blog.lifeqisystem.com/ihi-progress-scores'

/** A word where a score and what is recorded do not agree; it never sets the score. */
export function scoreHint(
  score: Score,
  facts: { finishedTests: number; adopted: boolean },
): string | undefined {
  const value = Number(score)
  if (value >= 2.5 && facts.finishedTests === 0)
    return 'No finished test is recorded, though this score says that changes were tested.'
  if (value >= 4.5 && !facts.adopted)
    return 'It is not recorded as adopted, though this score says that it holds.'
  if (value < 2.5 && facts.adopted)
    return 'It is recorded as adopted, though this score says that nothing has got better yet.'
  return undefined
}
