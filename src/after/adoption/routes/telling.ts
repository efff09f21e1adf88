import type { Content, Site } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { adopters } from '../commands/finding.ts'
import {
  addAdaptation,
  answerCheck,
  giveScore,
  lookAgain,
  removeAdaptation,
  restoreAdaptation,
  takeBackCheck,
  tellLineage,
  tellParts,
  tellReach,
} from '../commands/telling.ts'
import { fidelity, lineage, look, reach } from '../record.ts'
import { stages, type AdoptionStage } from '../rules/ladder.ts'
import { adoptionsOf } from '../store/adoptions.ts'
import {
  adaptationForm,
  checkForm,
  lineageForm,
  lookForm,
  partsForm,
  reachForm,
  scoreForm,
} from '../views/forms.ts'
import { backTo, readAdoption, readBegun, readLook, type Visit } from './reading.ts'

type Begun = NonNullable<Awaited<ReturnType<typeof readBegun>>>

const within = ({ team, idea }: Begun, visit: Visit, content: Pick<Content, 'title' | 'body'>): Content => ({
  ...content,
  back: { href: backTo(visit), text: `${team.name}: ${idea.title}` },
  phone: true,
})

const filling = ({ team, idea }: Begun, visit: Visit) => ({
  at: visit.nouns,
  sending: visit,
  team: team.name,
  idea: idea.title,
})

const thenOf = ({ query }: Visit): AdoptionStage | undefined =>
  stages.find((stage) => stage === query['then'])

async function readParts(visit: Visit) {
  const found = await readBegun(visit)
  if (!found) return undefined
  const { row } = found
  const other = (await adoptionsOf(visit.db, row.network_id))
    .filter((one) => one.idea_id === row.idea_id && one.id !== row.id && (one.in_use ?? one.not_in_use))
    .toSorted((a, b) => (a.updated_at < b.updated_at ? 1 : -1))[0]
  const named = row.in_use === null && row.not_in_use === null ? other : undefined
  return { ...found, named: named && [named.in_use, named.not_in_use].filter(Boolean).join('\n') }
}

function looking(site: Site): void {
  site.form({
    at: paths.contextLook,
    who: adopters,
    command: lookAgain,
    read: readLook,
    values: ({ earlier, reflection }) => ({
      ...(earlier
        ? { ...look.values(earlier), different: '' }
        : reflection && {
            keep: reflection.keep ?? '',
            change: reflection.change ?? '',
            leaveOut: reflection.leave_out ?? '',
          }),
    }),
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'Look again at the context',
        body: lookForm({
          ...filling(found, visit),
          form,
          from: found.earlier
            ? { what: 'look', at: found.earlier.looked_at }
            : found.reflection && { what: 'reflection', at: found.reflection.updated_at },
          before: found.earlier?.change ?? found.reflection?.change ?? '',
          then: thenOf(visit),
        }),
      }),
    then: (_outcome, visit) => {
      const then = thenOf(visit)
      return then ? `${paths.newMove(visit.nouns)}?to=${then}` : backTo(visit)
    },
    done: 'Saved: your look at the context',
  })
  site.form({
    at: paths.newAdaptation,
    who: adopters,
    command: addAdaptation,
    read: readBegun,
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'Add an adaptation',
        body: adaptationForm({ ...filling(found, visit), form }),
      }),
    then: (_outcome, visit) => `${backTo(visit)}#adaptations`,
    done: 'Adaptation added',
  })
  const updated = { then: (_outcome: unknown, visit: Visit) => backTo(visit), back: backTo }
  site.button({
    at: paths.removeAdaptation,
    command: removeAdaptation,
    ...updated,
    done: 'Adaptation taken away',
  })
  site.button({
    at: paths.restoreAdaptation,
    command: restoreAdaptation,
    ...updated,
    done: 'Adaptation put back',
  })
}

/** Everything that is told of an adoption beside its moves. */
export function tellingRoutes(site: Site): void {
  looking(site)
  const then = (_outcome: unknown, visit: Visit) => backTo(visit)
  site.form({
    at: paths.adoptionCheck,
    who: adopters,
    command: answerCheck,
    read: async (visit) => {
      const found = await readAdoption(visit)
      const check = found?.checks.find(({ months }) => String(months) === visit.nouns.months)
      return found?.row && check ? { ...found, row: found.row } : undefined
    },
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'Is it still in use?',
        body: checkForm({ ...filling(found, visit), form, months: visit.nouns.months }),
      }),
    then,
    done: 'Answer saved',
  })
  site.button({
    at: paths.takeBackCheck,
    command: takeBackCheck,
    then,
    back: backTo,
    done: 'Answer taken back',
  })
  site.form({
    at: paths.progressScore,
    who: adopters,
    command: giveScore,
    read: readBegun,
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'Give a progress score',
        body: scoreForm({ ...filling(found, visit), form }),
      }),
    then,
    done: 'Score saved',
  })
  site.form({
    at: paths.coreParts,
    who: adopters,
    command: tellParts,
    read: readParts,
    stands: true,
    values: ({ row, named }) => (named ? { inUse: named } : fidelity.values(row)),
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'Core parts in use',
        body: partsForm({ ...filling(found, visit), form, known: found.named !== undefined }),
      }),
    then,
    done: 'Core parts saved',
  })
  site.form({
    at: paths.reach,
    who: adopters,
    command: tellReach,
    read: readBegun,
    stands: true,
    values: ({ row }) => reach.values(row),
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'Whom does it reach?',
        body: reachForm({ ...filling(found, visit), form }),
      }),
    then,
    done: 'Reach saved',
  })
  site.form({
    at: paths.lineage,
    who: adopters,
    command: tellLineage,
    read: readBegun,
    stands: true,
    values: ({ row }) => ({ ...lineage.values(row), from: row.from_team_id ?? '' }),
    show: (found, form, visit) =>
      within(found, visit, {
        title: 'From whom was it taken up?',
        body: lineageForm({
          ...filling(found, visit),
          form,
          teamNoun: found.network.team_noun,
          teams: found.teams,
        }),
      }),
    then,
    done: 'Saved: from whom it was taken up',
  })
}
