import { z } from 'zod'
import type { Site } from '../../../platform/http/site.ts'
import { valueOf } from '../../../platform/form/state.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { adopters } from '../commands/finding.ts'
import { moveAdoption, undoMove } from '../commands/moves.ts'
import { tickParts } from '../commands/telling.ts'
import { moved } from '../record.ts'
import { hasAdopted, nextStage, stages, type AdoptionStage } from '../rules/ladder.ts'
import { scoreHint, type Score } from '../rules/score.ts'
import { adoptionPage, type AdoptionPageProps } from '../views/page.ts'
import { moveForm } from '../views/forms.ts'
import { backTo, readAdoption, type AdoptionRead, type Visit } from './reading.ts'
import { tellingRoutes } from './telling.ts'

const Answer = z.object({
  team: z.object({ id: z.string(), name: z.string() }),
  idea: z.object({ id: z.string(), title: z.string() }),
  stage: z.enum(stages).nullable(),
  since: z.string().nullable(),
  percent: z.number().nullable(),
  stalled: z.boolean().nullable(),
  moves: z.array(
    z.object({
      id: z.string(),
      stage: z.enum(stages),
      onDay: z.string(),
      evidence: z.string().nullable(),
      source: z.string().nullable(),
      reason: z.string().nullable(),
      test: z.string().nullable(),
    }),
  ),
})

const told = ({ team, idea, row, progress, moves }: AdoptionRead): z.infer<typeof Answer> => ({
  team: { id: team.id, name: team.name },
  idea: { id: idea.id, title: idea.title },
  stage: row?.stage ?? null,
  since: row?.stage_on ?? null,
  percent: progress?.percent ?? null,
  stalled: progress?.stalled ?? null,
  moves: moves.map((move) => ({
    id: move.id,
    stage: move.stage,
    ...moved.shows(move),
    test: move.cycle_id,
  })),
})

function shown(read: AdoptionRead, visit: Visit): AdoptionPageProps {
  const { row, tests, moves, scores, adaptations, looks, teams, origin, answers, team, idea } = read
  const at = visit.nouns
  const finished = tests.filter((test) => test.decided_at).length
  const [latest] = scores
  const from = row ? row.from_team_id : (origin?.id ?? null)
  return {
    at,
    team,
    idea,
    origin: origin?.id === team.id ? undefined : origin,
    stands: row && {
      stage: row.stage,
      since: row.stage_on,
      done: row.done,
      progress: read.progress!,
    },
    moves: moves.map((move) => {
      const test = tests.find(({ id }) => id === move.cycle_id)
      return {
        id: move.id,
        stage: move.stage,
        ...moved.shows(move),
        test: test && {
          href: paths.cycle({ network: at.network, cycle: test.id }),
          text: test.question,
        },
      }
    }),
    checks: read.checks.map((check) => {
      const answer = answers.find(({ months }) => months === check.months)
      return {
        ...check,
        still: answer?.still ?? null,
        evidence: answer?.evidence ?? null,
        note: answer?.note ?? null,
      }
    }),
    due: read.due,
    lost: read.lost.map(({ id, name }) => ({
      href: paths.measure({ network: at.network, measure: id }),
      text: name,
    })),
    mayRecord: read.mayRecord,
    sending: visit,
    lineage: {
      from: teams.find(({ id }) => id === from && id !== team.id),
      kept: row?.kept ?? null,
      changed: row?.changed ?? null,
    },
    fidelity: {
      inUse: row?.in_use ?? null,
      notInUse: row?.not_in_use ?? null,
      seenHow: row?.seen_how ?? null,
    },
    reach: {
      reached: row?.reached ?? null,
      eligible: row?.eligible ?? null,
      countedOn: row?.counted_on ?? null,
    },
    adaptations: adaptations.map((one) => ({
      id: one.id,
      what: one.what,
      onDay: one.on_day,
      planned: one.planned,
      keeps: one.keeps,
      why: one.why,
      removed: one.removed_at !== null,
    })),
    looks: looks.map(({ looked_at, different }) => ({ at: looked_at, different })),
    scores: scores.map(({ score, why, link, set_at }) => ({ score: score as Score, why, link, at: set_at })),
    scoreHint:
      latest &&
      scoreHint(latest.score as Score, {
        finishedTests: finished,
        adopted: row ? hasAdopted(row.stage) : false,
      }),
    thread: paths.thread({ network: at.network, team: team.id, idea: idea.id }),
    tests: { finished, all: tests.length },
  }
}

const isStage = (word: unknown): word is AdoptionStage => (stages as readonly unknown[]).includes(word)

export function adoptionRoutes(site: Site): void {
  site.page({
    at: paths.adoption,
    who: everyone,
    answer: Answer,
    told,
    read: readAdoption,
    show: (read, visit) => ({
      title: `${read.team.name}: ${read.idea.title}`,
      crumbs: [
        { href: paths.network({ network: read.network.id }), text: read.network.name },
        { href: paths.spread({ network: read.network.id }), text: 'Spread' },
        { href: paths.idea({ network: read.network.id, idea: read.idea.id }), text: read.idea.title },
      ],
      body: adoptionPage(shown(read, visit)),
      wide: true,
    }),
  })

  site.form({
    at: paths.newMove,
    who: adopters,
    command: moveAdoption,
    read: readAdoption,
    values: (read, visit) => ({
      stage: isStage(visit.query['to']) ? visit.query['to'] : (nextStage(read.row?.stage) ?? 'testing'),
      onDay: read.today,
      test: read.tests.findLast((test) => test.decided_at)?.id ?? '',
    }),
    show: (read, form, visit) => {
      const given = valueOf(form, 'stage')
      return {
        title: 'Record how far it has come',
        back: { href: backTo(visit), text: `${read.team.name}: ${read.idea.title}` },
        phone: true,
        body: moveForm({
          at: visit.nouns,
          sending: visit,
          form,
          team: read.team.name,
          idea: read.idea.title,
          from: read.row?.stage,
          to: isStage(given) ? given : (nextStage(read.row?.stage) ?? 'testing'),
          tests: read.tests
            .filter((test) => test.decided_at)
            .toReversed()
            .map(({ id, question }) => ({ id, question })),
        }),
      }
    },
    then: (_outcome, visit) => backTo(visit),
    done: 'Saved: how far it has come',
  })

  const back = backTo
  site.button({
    at: paths.undoMove,
    command: undoMove,
    then: (_outcome, visit) => backTo(visit),
    back,
    done: 'Taken back: the last move',
  })
  site.button({
    at: paths.doneParts,
    command: tickParts,
    then: (_outcome, visit) => `${backTo(visit)}#stage`,
    back,
    done: 'Saved: how much of it is done',
  })
  tellingRoutes(site)
}
