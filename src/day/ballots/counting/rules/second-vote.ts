import type { OwnIdeaRule } from '../../ballot/rules/ballot.ts'
import { listed } from '../../../../platform/text/english.ts'

const ordinals = ['Second vote: ', 'Third vote: ', 'Fourth vote: ', 'Next vote: ']

/** The question of a vote that is to decide what another left open. */
export function secondQuestion(question: string): string {
  const before = ordinals.findIndex((words) => question.startsWith(words))
  const asked = before === -1 ? question : question.slice(ordinals[before]!.length)
  return `${ordinals[before + 1] ?? ordinals.at(-1)}${asked}`.slice(0, 200)
}

/** As in the first vote, unless the bringers of one of two ideas could then only choose the other. */
export const ownIdeaInSecond = (before: OwnIdeaRule, ideas: number): OwnIdeaRule =>
  before === 'excluded' && ideas === 2 ? 'counted' : before

interface Idea {
  title: string
  team: string
  teamName: string
}

const mostNamed = 3

/** The effect on teams whose ideas are in a vote that nobody can vote for their own. */
export function ownIdeaMeans(ideas: readonly Idea[], teamNoun: string): string {
  const teams = [...new Map(ideas.map((idea) => [idea.team, idea])).values()]
  const left = teams.map(({ team, teamName }) => ({
    teamName,
    others: ideas.filter((idea) => idea.team !== team),
  }))
  const rule = `If nobody can vote for their own ${teamNoun}’s idea`
  if (left.length > mostNamed)
    return `${rule}, each ${teamNoun} whose idea is in this vote can choose from the ${ideas.length - 1} others.`
  return `${rule}, ${listed(left.map(({ teamName, others }) => `${teamName} ${chooses(others)}`))}.`
}

function chooses(others: readonly Idea[]): string {
  if (others.length === 0) return 'cannot vote'
  const titles = others.map(({ title }) => `“${title}”`)
  return others.length === 1 ? `can choose only ${titles[0]}` : `can choose ${listed(titles, 'or')}`
}
