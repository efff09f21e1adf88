import type { Refusal } from '../../../../platform/store/command.ts'
import { mostChoices, type Voted } from '../../ballot/rules/ballot.ts'
import { counted } from '../../../../platform/text/english.ts'

/** Hands for each idea, in the order of the ballot. */
export type Hands = Record<string, number>

const sumOf = (hands: Hands) => Object.values(hands).reduce((sum, number) => sum + number, 0)
const people = (number: number) => counted(number, 'person is ticked', 'people are ticked')
const raisedHands = (number: number) => counted(number, 'hand was counted', 'hands were counted')

export const notWhole = (title?: string): string =>
  `Enter a whole number of hands${title === undefined ? '' : ` for “${title}”`}`

const mostHands = 10_000
const isCount = (hands: unknown): boolean =>
  Number.isInteger(Number(hands)) && Number(hands) >= 0 && Number(hands) <= mostHands

/** Each box in which no number of hands stands, by the name of its idea. */
export function handsNotCounted(
  options: readonly { idea: string; title: string }[],
  hands: Record<string, unknown>,
): Refusal | undefined {
  const wrong = options.filter(({ idea }) => !isCount(hands[idea] ?? 0))
  if (wrong.length === 0) return undefined
  const said = wrong.map(({ title }) => notWhole(title))
  return {
    kind: 'input',
    refused: said.join('. '),
    fields: Object.fromEntries(wrong.map(({ idea }, at) => [`hands.${idea}`, said[at]!])),
  }
}

export const handsCannot: Partial<Record<Voted['method'], string>> = {
  team: 'A show of hands counts people, and here they have one vote together. Put it down as one vote.',
  ranked: 'A show of hands cannot put ideas in order. Use paper.',
}

/** The reason why so many hands cannot be of those people, none of whom has voted. */
export function handsRefusal(voted: Voted, hands: Hands, ticked: number): string | undefined {
  const all = sumOf(hands)
  const allHands = raisedHands(all)
  const most = mostChoices(voted, Object.keys(hands).length)
  if (handsCannot[voted.method]) return handsCannot[voted.method]
  if (all === 0) return 'Enter how many hands there were'
  if (all < ticked) return `${allHands}, and ${people(ticked)}. Untick whoever did not raise a hand.`
  if (Math.max(...Object.values(hands)) > ticked || all > ticked * most)
    return `${allHands}, but only ${people(ticked)} who had not voted. Count again, or tick who is missing.`
  return undefined
}

/**
 * Hands as votes. Whose hand was whose is not known, so any votes will do that add up to the hands: they are dealt
 * round, so that nobody has the same idea twice.
 */
export function dealt(hands: Hands, voters: number): string[][] {
  const votes: string[][] = Array.from({ length: voters }, () => [])
  const raised = Object.entries(hands).flatMap(([idea, number]) => Array<string>(number).fill(idea))
  raised.forEach((idea, at) => votes[at % voters]!.push(idea))
  return votes
}

/** Everyone of a team who is here, may vote and has not. */
export const mayRaiseHand = (one: { voted: boolean; late: boolean; arrived: boolean }): boolean =>
  one.arrived && !one.voted && !one.late
