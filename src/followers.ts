import { signUpFollower } from './before/sign-ups/follower.ts'
import type { EventFollower, Following } from './before/events/follower.ts'
import type { AtEvent } from './before/events/rules.ts'
import type { Db } from './platform/store/database.ts'

/** Slices that have a say when an event changes. A slice adds its own here. */
export const followers: readonly EventFollower[] = [signUpFollower]

export async function followingOf(db: Db, at: AtEvent): Promise<Following> {
  const all = await Promise.all(followers.map((one) => one.count(db, at)))
  const sum = (of: keyof Following) => all.reduce((total, one) => total + one[of], 0)
  return { signedUp: sum('signedUp'), told: sum('told') }
}
