import { type BallotState, type OwnIdeaRule, type Way } from './ballot.ts'

/** An idea on a ballot, and the team whose idea it is. */
export interface Option {
  idea: string
  team: string
}

/** Who votes: an attendee, or the team where teams vote. */
export interface Voter {
  voter: string
  attendee: string | null
  team: string
}

export interface Cast extends Voter {
  /** The hash of the device's secret. */
  id: string
  choice: string
  way: Way
}

export interface VotedOn {
  state: BallotState
  ownIdea: OwnIdeaRule
  options: readonly Option[]
}

/** What is stored so far, as far as it matters to the votes at hand; changed as they are taken. */
export interface Standing {
  voted: Set<string>
  votes: Map<string, { choice: string; team: string }>
}

/** Whoever signs themselves up once voting is open could do so again and again, each time for another vote. */
export const cameLate = (
  { signed_up_at, signed_up_by }: { signed_up_at: string; signed_up_by: 'self' | 'organiser' },
  opened: string | null,
): boolean => signed_up_by === 'self' && opened !== null && signed_up_at > opened

export type Taken = 'new' | 'changed' | { refused: string; field?: 'choice' }

/** The ideas that a team's people may choose. */
export const choosableBy = <One extends Option>(
  team: string,
  { ownIdea, options }: { ownIdea: OwnIdeaRule; options: readonly One[] },
): One[] => options.filter((option) => ownIdea === 'apart' || option.team !== team)

/** Takes one vote after those before it, or says why not. */
export function take(cast: Cast, ballot: VotedOn, standing: Standing): Taken {
  const refusal = refuseVote(cast, ballot) ?? refuseTwice(cast, standing)
  if (refusal) return refusal
  const taken = standing.voted.has(cast.voter) ? 'changed' : 'new'
  standing.voted.add(cast.voter)
  standing.votes.set(cast.id, { choice: cast.choice, team: cast.team })
  return taken
}

function refuseVote({ choice, team, way }: Cast, ballot: VotedOn): Taken | undefined {
  if (ballot.state === 'made') return { refused: 'This ballot is not open yet. Nothing was counted.' }
  if (ballot.state !== 'open') return { refused: 'Voting has closed. This vote came too late to be counted.' }
  const option = ballot.options.find(({ idea }) => idea === choice)
  if (!option) return { refused: 'Choose an idea that is on the ballot', field: 'choice' }
  if (option.team === team && ballot.ownIdea === 'excluded') {
    const refused =
      way === 'phone'
        ? 'This is your own team’s idea. Choose one that another team brought.'
        : 'This is the voter’s own team’s idea. It cannot be counted in this ballot.'
    return { refused, field: 'choice' }
  }
  return undefined
}

/** Only whoever holds the secret of a counted vote can change it, and a secret is good for one vote. */
function refuseTwice({ voter, team, id, way }: Cast, { voted, votes }: Standing): Taken | undefined {
  const counted = votes.get(id)
  if (voted.has(voter)) {
    if (counted?.team === team) return undefined
    return {
      refused:
        way === 'phone'
          ? 'You have voted already, from another device or on paper, and that vote is counted. Only the device it came from, or its receipt code, can change it.'
          : 'Somebody has voted here already under this name. A vote that is counted cannot be changed for them.',
    }
  }
  if (!counted) return undefined
  return {
    refused: 'This form was used for somebody else’s vote already. Open the ballot again and vote there.',
  }
}
