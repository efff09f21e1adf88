import { dayOf } from '../../../platform/face/dates.ts'
import { csv } from '../../../platform/text/csv.ts'
import { confidenceNames, expectedNames, scaleNames } from '../rules.ts'
import { decided, underWay, type Listed } from './ramp.ts'

const heads = [
  'Id',
  'Goes on from',
  'Team',
  'Question',
  'Prediction',
  'Confidence',
  'Scale',
  'Planned on',
  'Starts on',
  'Who does what',
  'What is counted',
  'Happened',
  'As expected',
  'Learnt',
  'Decision',
  'Decided on',
  'Next',
  'Biggest breakthrough',
]

/** Tests as a sheet, a row each, the first first: plan, do, study and act in columns of their own. */
export const cyclesSheet = (cycles: readonly (Listed & { by: string })[]): string =>
  csv([
    heads,
    ...cycles.map((one) => [
      one.id,
      one.after,
      one.by,
      one.question,
      one.prediction,
      one.confidence && confidenceNames[one.confidence],
      one.scale && scaleNames[one.scale],
      dayOf(one.plannedAt),
      one.startsOn,
      one.plan,
      one.data,
      one.happened,
      one.asExpected && expectedNames[one.asExpected],
      one.learnt,
      one.decision === null ? underWay : decided[one.decision],
      one.decidedAt && dayOf(one.decidedAt),
      one.next,
      one.breakthrough ? 'yes' : '',
    ]),
  ])
