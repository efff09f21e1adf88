import { checksPart, lostGainsPart } from '../../after/adoption/agenda.ts'
import { openTests } from '../../after/cycles/agenda.ts'
import { openPackages } from '../../after/packages/agenda.ts'
import { chartSignals } from '../../after/measures/agenda.ts'
import { dueStepsPart } from '../../after/plans/agenda.ts'
import { carriedActions, earlierQuestions } from '../../after/reviews/agenda.ts'
import { saidSince } from '../../after/updates/agenda.ts'
import { spreadPrompt } from '../../before/approach/agenda.ts'
import { sentAsks, unansweredAsks } from '../../day/asks/agenda.ts'
import { openPledges, overduePledges } from '../../day/pledges/agenda.ts'
import type { AgendaPart } from './agenda.ts'

/** The parts of an agenda, in their order. A slice adds its own here. */
export const parts: readonly AgendaPart[] = [
  saidSince,
  carriedActions,
  sentAsks,
  unansweredAsks,
  overduePledges,
  openPledges,
  openTests,
  openPackages,
  chartSignals,
  checksPart,
  lostGainsPart,
  dueStepsPart,
  earlierQuestions,
  spreadPrompt,
]
