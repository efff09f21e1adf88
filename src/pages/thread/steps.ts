import { adoptionStep } from '../../after/adoption/thread.ts'
import { testStep } from '../../after/cycles/thread.ts'
import { measureStep } from '../../after/measures/thread.ts'
import { planStep } from '../../after/plans/thread.ts'
import { ideaStep } from '../../before/ideas/thread.ts'
import { answerStep, askStep } from '../../day/asks/thread.ts'
import { voteStep } from '../../day/ballots/thread.ts'
import { pledgeStep } from '../../day/pledges/thread.ts'
import { reflectionStep } from '../../day/reflections/thread.ts'
import type { StepReader } from './step.ts'

/** The steps of the thread, in their order. A slice adds its own here. */
export const steps: readonly StepReader[] = [
  ideaStep,
  reflectionStep,
  voteStep,
  pledgeStep,
  askStep,
  answerStep,
  planStep,
  testStep,
  measureStep,
  adoptionStep,
]
