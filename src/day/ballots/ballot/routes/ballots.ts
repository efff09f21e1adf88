import { eventTopic, type AtEvent } from '../../../../before/events/rules.ts'
import { z } from 'zod'
import { eventById } from '../../../../before/events/store.ts'
import { itsLeadOrOrganisers, organisers } from '../../../../before/networks/store/roles.ts'
import { html } from '../../../../platform/face/html.ts'
import { revisionOf } from '../../../../platform/store/journal.ts'
import type { Db } from '../../../../platform/store/database.ts'
import { everyone } from '../../../../platform/store/command.ts'
import type { Site, RequestContext } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { ballotStates, methods, ownIdeaRules } from '../rules/ballot.ts'
import { reasons } from '../../counting/rules/rounds.ts'
import { teamChoicesOf } from '../store/ballots.ts'
import { ballotShown, type BallotShown } from '../../counting/store/results.ts'
import { leads, votingOf, type BallotNouns } from '../../voting/store/voting.ts'
import { ballotPage, statePart } from '../views/ballot.ts'
import { resultDetail, type ConfirmedChoice } from '../../counting/views/result.ts'
import { ballotScreen } from '../../counting/views/screen.ts'
import { votePart } from '../../voting/views/voting.ts'
import { making } from './ballot-form.ts'
import { hands } from '../../by-hand/routes/hands.ts'
import { papers } from '../../by-hand/routes/paper.ts'
import { choosing, recording } from '../../by-hand/routes/recording.ts'
import { stepping } from './opening-closing.ts'
import { revealing } from '../../counting/routes/ties.ts'
import { tablets } from '../../voting/routes/tablet.ts'
import { gaveHere, secretFor, voting } from '../../voting/routes/voting.ts'

export function ballotRoutes(site: Site): void {
  making(site)
  showing(site)
  stepping(site)
  revealing(site)
  voting(site)
  recording(site)
  papers(site)
  hands(site)
  tablets(site)
  choosing(site)
}

const crumbsOf = async (db: Db, { network, event }: AtEvent) => {
  const found = await eventById(db, network, event)
  return found && [{ href: paths.event({ network, event }), text: found.name }]
}

const States = z.enum(ballotStates)

/** The confirmed choice of each team, and this visitor's right to confirm it. */
async function choicesOf(visit: RequestContext<BallotNouns>, shown: BallotShown): Promise<ConfirmedChoice[]> {
  const { db, nouns, actor } = visit
  const { network, ballot } = nouns
  if (!shown.result) return []
  const confirmed = (await teamChoicesOf(db, network)).filter((one) => one.ballot_id === ballot)
  return Promise.all(
    shown.turnout.map(async ({ team, teamName }) => {
      const own = confirmed.find((one) => one.team_id === team)
      const mayConfirm = await itsLeadOrOrganisers.allows(db, { network, team }, actor)
      return { team, teamName, ...(own && { idea: own.idea_id, reason: own.reason }), mayConfirm }
    }),
  )
}

const Counts = z.record(z.string(), z.number())

const Outcome = z.union([
  z.object({ winner: z.string() }),
  z.object({ tied: z.array(z.string()) }),
  z.object({ none: z.literal(true) }),
])

const Linked = z.object({ ballot: z.string(), question: z.string(), state: States }).optional()

const BallotAnswer = z.object({
  ballot: z.string(),
  question: z.string(),
  method: z.enum(methods),
  atMost: z.number().nullable(),
  ownIdea: z.enum(ownIdeaRules),
  state: States,
  runOffOf: Linked,
  runOff: Linked,
  options: z.array(z.object({ idea: z.string(), title: z.string(), team: z.string(), teamName: z.string() })),
  turnout: z.array(
    z.object({
      team: z.string(),
      teamName: z.string(),
      voted: z.number(),
      mayVote: z.number(),
      present: z.number(),
      toCome: z.number(),
    }),
  ),
  result: z
    .object({
      sentence: z.string(),
      votes: z.number(),
      overall: Counts.nullable(),
      places: z.array(
        z.object({ option: z.string(), votes: z.number(), rank: z.number(), tied: z.boolean() }),
      ),
      outcome: Outcome.nullable(),
      contenders: z.array(z.string()).optional(),
      rounds: z
        .array(
          z.object({
            counts: Counts,
            spent: z.number(),
            out: z.array(z.string()),
            because: z.enum(reasons).optional(),
            tied: z.array(z.string()).optional(),
            between: z.array(z.string()).optional(),
          }),
        )
        .optional(),
      decided: z
        .object({ idea: z.string(), reason: z.string(), decidedBy: z.string(), on: z.string() })
        .optional(),
      teams: z.array(
        z.object({
          team: z.string(),
          votes: z.number(),
          counts: Counts.nullable(),
          own: z.number().nullable(),
          choice: z
            .union([
              z.object({ choice: z.string() }),
              z.object({ tied: z.array(z.string()) }),
              z.object({ none: z.literal(true) }),
            ])
            .nullable(),
        }),
      ),
      others: z.object({ teams: z.array(z.string()), votes: z.number(), counts: Counts }).optional(),
    })
    .optional(),
})

function showing(site: Site): void {
  site.page({
    at: paths.ballot,
    who: everyone,
    async read(visit) {
      const { db, nouns, actor } = visit
      const since = await revisionOf(db, eventTopic(nouns))
      const shown = await ballotShown(db, nouns.network, nouns.event, nouns.ballot)
      if (!shown) return undefined
      return {
        ...shown,
        shown,
        live: `${paths.ballotLive(nouns)}?since=${since}`,
        crumbs: await crumbsOf(db, nouns),
        voting: shown.state === 'open' ? await votingOf(db, actor, nouns) : undefined,
        choices: await choicesOf(visit, shown),
        organising: await organisers.allows(db, nouns, actor),
        leading: await leads.allows(db, nouns, actor),
      }
    },
    show({ shown, crumbs, live, voting, choices, organising, leading }, visit) {
      const form = { values: {}, errors: {} }
      const ballots = { href: paths.ballots(visit.nouns), text: 'Votes' }
      return {
        title: shown.question,
        wide: shown.state === 'revealed',
        crumbs: [...(crumbs ?? []), ballots],
        live,
        body: ballotPage({
          at: visit.nouns,
          shown,
          choices,
          voting:
            voting &&
            votePart({
              voting,
              here: gaveHere(visit, visit.nouns.ballot),
              secret: secretFor(visit),
              form,
              sending: visit,
              legend: 'Your vote',
            }),
          organising,
          leading,
          sending: visit,
        }),
      }
    },
    answer: BallotAnswer.meta({ id: 'Ballot' }),
  })
  site.live({
    at: paths.ballotLive,
    who: everyone,
    there: (db, { network, event, ballot }) => ballotShown(db, network, event, ballot),
    topic: eventTopic,
    parts: {
      async state(db, { network, event, ballot }) {
        const shown = await ballotShown(db, network, event, ballot)
        return shown ? statePart(shown.state) : html``
      },
      async turnout(db, { network, event, ballot }) {
        const shown = await ballotShown(db, network, event, ballot)
        return shown ? ballotScreen(shown) : html``
      },
      async teams(db, { network, event, ballot }) {
        const shown = await ballotShown(db, network, event, ballot)
        return shown ? resultDetail(shown) : html``
      },
    },
  })
}
