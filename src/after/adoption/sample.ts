import type { Sample } from '../../../test/sample.ts'
import { moveAdoption } from './commands/moves.ts'
import { addAdaptation, giveScore, lookAgain } from './commands/telling.ts'
import { adoptionOf, movesOfAdoption } from './store/adoptions.ts'
import { adaptationsOf } from './store/telling.ts'

export const sample: Sample = {
  async scene({ people, nouns, store, done }) {
    const { network, team } = nouns as { network: string; team: string }
    const at = { idea: nouns['idea'], team }
    const adoption = await done(people.lead, moveAdoption, { ...at, stage: 'testing', onDay: '2027-01-12' })
    await done(people.lead, lookAgain, { ...at, different: 'Two new nurses', change: 'A shorter form' })
    await done(people.lead, giveScore, { ...at, score: '2.5', why: 'One test is under way' })
    const row = (await adoptionOf(store.db, network, nouns['idea']!, team))!
    const [move] = await movesOfAdoption(store.db, network, row.id)
    const [adapted] = await adaptationsOf(store.db, network, adoption)
    return { move: move!.id, adaptation: adapted!.id, months: '3' }
  },
  async grow({ people, nouns, done, teams }, round) {
    const other = { idea: nouns['idea'], team: teams[round % teams.length] }
    const by = people.organiser
    await done(by, moveAdoption, {
      ...other,
      stage: round % 2 ? 'planning' : 'interested',
      onDay: '2027-01-12',
      reason: 'A new lead',
    }).catch(() => {})
    const its = { idea: nouns['idea'], team: nouns['team'] }
    const words = { onDay: '2027-01-12', planned: 'planned', keeps: 'yes' }
    await done(by, addAdaptation, { ...its, ...words, what: `Another way ${round}` })
    await done(by, giveScore, { ...its, score: '3.0', why: `Round ${round}` })
  },
  plausible: {
    stage: 'planning',
    evidence: 'The audit of January',
    source: 'The minutes of the meeting',
    planned: 'planned',
    keeps: 'yes',
    still: 'yes',
    score: '3.0',
    why: 'It has got better',
    inUse: 'One conversation',
    seenHow: 'said',
    reached: '4',
    eligible: '10',
    'onDay-day': '13',
    'onDay-month': '1',
    'onDay-year': '2027',
    'countedOn-day': '12',
    'countedOn-month': '1',
    'countedOn-year': '2027',
  },
}
