import type { Method, OwnIdeaRule } from '../../ballot/rules/ballot.ts'
import { fewest, hiddenTeams, isHiddenWhole } from './disclosure.ts'
import type { Turnout } from '../../voting/rules/turnout.ts'
import type { Option } from '../../voting/rules/vote.ts'
import { counted, listed } from '../../../../platform/text/english.ts'

/** Public facts of an open ballot, from which it follows what will be hidden when it is closed now. */
export interface Closing {
  method: Method
  ownIdea: OwnIdeaRule
  options: readonly Option[]
  turnout: readonly Pick<Turnout, 'team' | 'teamName' | 'voted'>[]
  teamNoun: string
  teamNounPlural: string
}

/** The forecast of what the result shows and hides if the vote closes now; nothing where teams vote or nobody has. */
export function whatWillBeHidden(closing: Closing): string | undefined {
  const { method, ownIdea, options, turnout, teamNoun, teamNounPlural } = closing
  const voters = Object.fromEntries(turnout.map(({ team, voted }) => [team, voted]))
  const voting = turnout.filter(({ voted }) => voted > 0)
  if (method === 'team' || voting.length === 0) return undefined
  if (isHiddenWhole(voters))
    return `Fewer than ${fewest} people have voted. If you close it now, the result cannot be shown: it would tell what single people chose.`
  const hidden = new Set(hiddenTeams({ voters, options, ownIdea }))
  if (hidden.size === 0) return `The result will show the whole, and the votes of each ${teamNoun}.`
  if (hidden.size === voting.length)
    return `The result will show the whole exactly, and no votes by ${teamNoun}: that would tell what single people chose.`
  const named = turnout
    .filter(({ team }) => hidden.has(team))
    .map(({ teamName, voted }) => `${teamName} (${counted(voted, 'vote')})`)
  return `The result will show the whole exactly. ${listed(named)} will be shown together as “the other ${teamNounPlural}”, so that nobody’s own vote can be worked out.`
}
