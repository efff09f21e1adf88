import { publishable } from '../ballots/counting/rules/disclosure.ts'
import { refuse, refuseForGood, type Refusal } from '../../platform/store/refusal.ts'
import { counted } from '../../platform/text/english.ts'

export const useful = ['very', 'useful', 'neither', 'little', 'not'] as const
export const equal = ['yes', 'mostly', 'partly', 'no'] as const
export const again = ['yes', 'maybe', 'no'] as const
/** As what somebody came. It is asked apart from the team, and may be left out. */
export const parts = ['staff', 'lived', 'other'] as const

/** The questions with a choice of answers, in the order in which they are asked. */
export const chosenParts = ['useful', 'equal', 'again'] as const
export type Chosen = (typeof chosenParts)[number]

export const choices = { useful, equal, again } as const satisfies Record<Chosen, readonly string[]>

export const questions: Record<Chosen | Written, string> = {
  useful: 'How useful was the day for you?',
  equal: 'Did you feel able to take part as an equal?',
  again: 'Would you come again?',
  takeHome: 'What will you take home and try?',
  different: 'What should be different next time?',
}

export const choiceNames: Record<Chosen, Record<string, string>> = {
  useful: {
    very: 'Very useful',
    useful: 'Useful',
    neither: 'Neither useful nor not',
    little: 'Not very useful',
    not: 'Not useful at all',
  },
  equal: { yes: 'Yes', mostly: 'Mostly', partly: 'Partly', no: 'No' },
  again: { yes: 'Yes', maybe: 'Maybe', no: 'No' },
}

export const partNames: Record<(typeof parts)[number], string> = {
  staff: 'Staff',
  lived: 'Service user or carer representative',
  other: 'Something else',
}

/** The questions that are answered in words. */
export const writtenParts = ['takeHome', 'different'] as const
export type Written = (typeof writtenParts)[number]

export const longestText = 1000

/** Somebody's feedback on the day. It holds nothing of who they are but what they chose to say. */
export type Said = Record<Chosen | Written, string | null> & { team: string | null; part: string | null }

export const saysNothing = (said: Said): boolean =>
  [...chosenParts, ...writtenParts].every((part) => !said[part])

export type FormState = 'made' | 'open' | 'closed'

/** Without a row the form has not been opened yet. Closed is closed: what was hidden could else be worked out. */
export const stateOf = (form: { closed_at: string | null } | undefined): FormState =>
  form === undefined ? 'made' : form.closed_at ? 'closed' : 'open'

export const stateNames: Record<FormState, string> = {
  made: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
}

export type Taken = 'new' | 'again' | Refusal

/** Takes one person's answers, or says why not. `there` is whether answers with this form's secret are stored. */
export function take({ state, given, there }: { state: FormState; given: boolean; there: boolean }): Taken {
  if (state === 'made') return refuse('The form is not open yet. Nothing was stored.')
  if (state === 'closed') return refuseForGood('The form is closed. This came too late to be stored.')
  if (given && there) return 'again'
  if (given) return refuseForGood('You have answered already, and your answers are stored. Thank you.')
  if (there) return refuse('This form was used by somebody else already. Open it again and answer there.')
  return 'new'
}

/** Fewer than this and nobody's words are shown. */
export const fewest = 3
/** A typical answer of fewer than this would tell too much of single people. */
export const fewestInGroup = 5

export interface Counted {
  option: string
  /** null: hidden, because it would tell what single people said. */
  count: number | null
}

export interface Choosing {
  answered: number
  /** null: too few in all. */
  counts: Counted[] | null
}

/**
 * Counts of each answer, without those that would tell of single people: the rule of the votes, with each answer in the
 * place of a team. A hidden count cannot be worked out from the others.
 */
export function countsShown(given: readonly (string | null)[], options: readonly string[]): Choosing {
  const count = (option: string) => given.filter((one) => one === option).length
  const answered = given.filter((one) => one !== null).length
  const shown = publishable(Object.fromEntries(options.map((option) => [option, { of: count(option) }])))
  const counts = options.map((option) => ({ option, count: shown.byTeam[option]?.['of'] ?? null }))
  return { answered, counts: answered < fewest || !shown.overall ? null : counts }
}

/** The texts that were written, in the order of the alphabet, which tells neither when nor by whom. */
export function textsShown(given: readonly (string | null)[]): { written: number; texts: string[] | null } {
  const texts = given.filter((text): text is string => text !== null)
  return { written: texts.length, texts: texts.length < fewest ? null : texts.toSorted(byLetter) }
}

const byLetter = (one: string, other: string) =>
  one.toLowerCase() < other.toLowerCase() ? -1 : one.toLowerCase() > other.toLowerCase() ? 1 : 0

/** The answer in the middle: as many were better as were worse. A single answer cannot be read from it. */
export function typical(given: readonly (string | null)[], options: readonly string[]): string | null {
  const ranks = given.flatMap((one) => (one === null ? [] : [options.indexOf(one)])).sort((a, b) => a - b)
  if (ranks.length < fewestInGroup) return null
  return options[ranks[Math.ceil(ranks.length / 2) - 1]!]!
}

export interface Group {
  name: string
  /** null: too few to show. */
  typical: string | null
}

export interface Results {
  answered: number
  chosen: Record<Chosen, Choosing>
  written: Record<Written, ReturnType<typeof textsShown>>
  teams: Group[]
  parts: Group[]
}

/** All that may be shown of the answers. */
export function resultsOf(said: readonly Said[], teams: readonly { id: string; name: string }[]): Results {
  const of = (group: readonly Said[]) =>
    typical(
      group.map((one) => one.useful),
      useful,
    )
  const column = (part: Chosen | Written) => said.map((one) => one[part])
  return {
    answered: said.length,
    chosen: {
      useful: countsShown(column('useful'), useful),
      equal: countsShown(column('equal'), equal),
      again: countsShown(column('again'), again),
    },
    written: { takeHome: textsShown(column('takeHome')), different: textsShown(column('different')) },
    teams: teams.map(({ id, name }) => ({ name, typical: of(said.filter((one) => one.team === id)) })),
    parts: parts.map((part) => ({
      name: partNames[part],
      typical: of(said.filter((one) => one.part === part)),
    })),
  }
}

/** The results as one sentence: for the report, and for those who listen rather than look. */
export function sentenceOf({ answered, chosen }: Results): string {
  if (answered === 0) return 'No answers are recorded here.'
  const { counts, answered: rated } = chosen.useful
  const of = (option: string) => counts?.find((one) => one.option === option)?.count
  const [very, alright] = [of('very'), of('useful')]
  const people = counted(answered, 'person', 'people')
  if (very === null || very === undefined || alright === null || alright === undefined)
    return `${people} answered.`
  return `${people} answered. ${very + alright} of ${rated} found the day useful or very useful.`
}
