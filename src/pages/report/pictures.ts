import { factsOf } from '../../after/reports/store/facts.ts'
import type { PostFacts } from '../../after/reports/rules/facts.ts'
import { ballotsOf } from '../../day/ballots/ballot/store/ballots.ts'
import { ballotShown, type BallotShown } from '../../day/ballots/counting/store/results.ts'
import { placesPart } from '../../day/ballots/counting/views/screen.ts'
import { figures, type Figure } from '../../platform/face/figures.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { Db } from '../../platform/store/database.ts'
import { paths } from '../../paths.ts'
import { gridSentence, testingTeams, uptakeGrid } from '../spread/grid.ts'
import { stageOf, uptakeOf, type Uptake } from '../spread/uptake.ts'

interface AtEvent {
  network: string
  event: string
}

/** The pictures with which the story of a day opens: its figures, what happened in a sentence, the vote, the spread. */
export interface Opening {
  facts: PostFacts
  uptake: Uptake
  /** Votes of which the result may be shown. */
  votes: BallotShown[]
}

export async function readOpening(
  db: Db,
  { network, event }: AtEvent,
  read?: PostFacts,
): Promise<Opening | undefined> {
  const facts = read ?? (await factsOf(db, network, event))
  if (!facts) return undefined
  const ballots = await ballotsOf(db, network, event)
  const shown = await Promise.all(
    ballots
      .filter(({ revealed_at }) => revealed_at !== null)
      .map(({ id }) => ballotShown(db, network, event, id)),
  )
  return {
    facts,
    uptake: ofDay(await uptakeOf(db, network), facts),
    votes: shown.filter((one): one is BallotShown => (one?.result?.votes ?? 0) > 0),
  }
}

/** The uptake of the ideas of one day. */
function ofDay(uptake: Uptake, { ideas }: PostFacts): Uptake {
  const shown = new Set(ideas.map(({ id }) => id))
  return {
    ...uptake,
    ideas: uptake.ideas.filter(({ id }) => shown.has(id)),
    ways: uptake.ways.filter(({ idea }) => idea !== null && shown.has(idea)),
  }
}

/** Figures with what each is a part of; nobody's zero stands for what was not recorded. */
export function figuresOf({ facts, uptake }: Opening): (Figure | false)[] {
  const { signUps, arrivals, teams, teamsInAll, ideas, pledges, asks, network } = facts
  const answered = asks.filter(({ answer }) => answer !== null).length
  const tests = testingTeams(uptake)
  const known = (thing: string) => !facts.event.notRecorded.includes(thing)
  return [
    arrivals !== null && signUps !== null && signUps >= arrivals
      ? { value: `${arrivals} of ${signUps}`, what: 'people who signed up came' }
      : signUps !== null && { value: String(signUps), what: 'people signed up' },
    teams.length > 0 && {
      value: `${teams.length} of ${teamsInAll}`,
      what: `${network.teamNounPlural} took part`,
    },
    ideas.length > 0 && {
      value: String(ideas.length),
      what: ideas.length === 1 ? 'change idea' : 'change ideas',
    },
    pledges.length > 0 && {
      value: String(pledges.length),
      what: pledges.length === 1 ? 'pledge stands' : 'pledges stand',
    },
    asks.length > 0 &&
      known('answers') && { value: `${answered} of ${asks.length}`, what: 'asks for support answered' },
    tests > 0 && {
      value: `${tests} of ${teamsInAll}`,
      what: `${network.teamNounPlural} ${tests === 1 ? 'tests' : 'test'} an idea of another`,
    },
  ]
}

const sentence = ({ facts, uptake }: Opening): string =>
  gridSentence(uptake, facts.network.teamNoun, facts.network.teamNounPlural)

/** Nothing is said of what nobody took up, or nobody wrote down. */
const isTakenUp = ({ ways, unrecorded }: Uptake): boolean =>
  !unrecorded.has('votes') &&
  !unrecorded.has('pledges') &&
  ways.some((way) => !['none', 'home'].includes(stageOf(way)))

/** The sentence of a day, and its figures. */
export const opening = (shown: Opening): Html =>
  html`${isTakenUp(shown.uptake) && html`<p class="app-lead">${sentence(shown)}</p>`}
  ${figures(figuresOf(shown))}`

/** The vote as bars and the spread as a grid, where there is something to see. */
export function pictures(shown: Opening): Html {
  const { facts, uptake, votes } = shown
  const { network, event } = facts
  return html`${votes.map((vote) => votePicture(vote, { network: network.id, event: event.id }))}
  ${
    isTakenUp(uptake) &&
    html`<section class="app-story-picture app-story-picture--grid">
      <h2 class="nhsuk-heading-m">Who took up what</h2>
      ${uptakeGrid({ network, uptake })}
    </section>`
  }`
}

function votePicture(vote: BallotShown, nouns: AtEvent): Html | false {
  const bars = placesPart(vote, ({ title }) => title, 'most', true)
  return (
    bars !== undefined &&
    html`<section class="app-card app-story-picture">
      <h2 class="nhsuk-heading-m">
        <a href="${paths.ballot({ ...nouns, ballot: vote.ballot })}">${vote.question}</a>
      </h2>
      <p>${vote.result!.sentence}</p>
      ${bars}
    </section>`
  )
}
