import { ideaById } from '../../../before/ideas/store.ts'
import { networkById, teamsOf } from '../../../before/networks/store/networks.ts'
import { insiders } from '../../../before/networks/store/roles.ts'
import { reflectionsOfTeam } from '../../../day/reflections/store.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import type { RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { adopters, type AtAdoption } from '../commands/finding.ts'
import { adoptedMove, checksFrom, dueCheck } from '../rules/checks.ts'
import { hasLost } from '../rules/gains.ts'
import { lastOn, progressOf } from '../rules/progress.ts'
import { adoptionOf, movesOfAdoption, testsOf } from '../store/adoptions.ts'
import { adaptationsOf, checksOf, looksOf, scoresOf } from '../store/telling.ts'
import { gainsOf } from '../store/gains.ts'

export type Visit = RequestContext<AtAdoption>

/** The names of what an adoption is about. */
export async function readNames({ db, nouns }: Visit) {
  const [network, idea, teams] = await Promise.all([
    networkById(db, nouns.network),
    ideaById(db, nouns.network, nouns.idea),
    teamsOf(db, nouns.network),
  ])
  const team = teams.find(({ id }) => id === nouns.team)
  const origin = teams.find(({ id }) => id === idea?.team_id)
  return network && idea && team && { network, idea, team, teams, origin, at: nouns }
}

/** The same, with the record: nothing where none has begun. */
export async function readBegun(visit: Visit) {
  const names = await readNames(visit)
  const row = names && (await adoptionOf(visit.db, visit.nouns.network, visit.nouns.idea, visit.nouns.team))
  return names && row && { ...names, row }
}

/** Everything that is recorded of a team with an idea. */
export async function readAdoption(visit: Visit) {
  const { db, nouns, actor, now } = visit
  const names = await readNames(visit)
  if (!names) return undefined
  const { network, idea, team } = nouns
  const row = await adoptionOf(db, network, idea, team)
  const tests = await testsOf(db, network, idea, team)
  const [moves, looks, adaptations, checks, scores] = row
    ? await Promise.all([
        movesOfAdoption(db, network, row.id),
        looksOf(db, network, row.id),
        adaptationsOf(db, network, row.id),
        checksOf(db, network),
        scoresOf(db, network, row.id),
      ])
    : [[], [], [], [], []]
  const today = dayOf(now)
  const adopted = adoptedMove(moves)
  const answers = checks.filter((one) => one.move_id === adopted?.id)
  const [gains] = adopted ? await gainsOf(db, network, [{ idea_id: idea, team_id: team }]) : [[]]
  const planned = adopted
    ? checksFrom(
        adopted.on_day,
        answers.map(({ months }) => months),
      )
    : []
  return {
    ...names,
    row,
    tests,
    moves,
    looks,
    adaptations,
    scores,
    answers,
    checks: planned,
    due: dueCheck(planned, today),
    progress:
      row && progressOf({ ...row, since: row.stage_on, lastOn: lastOn(row.updated_at, tests) }, today),
    lost: adopted ? gains!.filter((gain) => hasLost(gain, adopted.on_day)).map(({ measure }) => measure) : [],
    today,
    mayRecord: await adopters.allows(db, nouns, actor),
    insider: await insiders.allows(db, nouns, actor),
  }
}

export type AdoptionRead = NonNullable<Awaited<ReturnType<typeof readAdoption>>>

/** The words of the latest look at the context, or else of the team's reflection on the idea. */
export async function readLook(visit: Visit) {
  const found = await readBegun(visit)
  if (!found) return undefined
  const { db, nouns } = visit
  const [earlier] = await looksOf(db, nouns.network, found.row.id)
  const reflection = (await reflectionsOfTeam(db, nouns.network, nouns.team)).find(
    (one) => one.idea_id === nouns.idea,
  )
  return { ...found, earlier, reflection }
}

/** The page of the record, from every form of it. */
export const backTo = ({ nouns }: { nouns: AtAdoption }) => paths.adoption(nouns)
