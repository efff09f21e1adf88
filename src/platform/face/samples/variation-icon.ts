import { assuranceIcon, variationIcon } from '../variation-icon.ts'
import type { Sample } from './sample.ts'

export const sample: Sample = {
  of: ['variation-icon.ts'],
  states: {
    better: variationIcon({ variation: 'special_cause_improvement', direction: 'increase' }),
    'better by less': variationIcon({ variation: 'special_cause_improvement', direction: 'decrease' }),
    worse: variationIcon({ variation: 'special_cause_concern', direction: 'increase' }),
    'no change': variationIcon({ variation: 'common_cause', direction: 'increase' }),
    higher: variationIcon({ variation: 'special_cause_neutral_high', direction: 'neutral' }),
    lower: variationIcon({ variation: 'special_cause_neutral_low', direction: 'neutral' }),
    'too early': variationIcon({ variation: null, direction: 'neutral' }),
    'meets the target': assuranceIcon({ assurance: 'consistent_pass' }),
    'misses the target': assuranceIcon({ assurance: 'consistent_fail' }),
    'hit or miss': assuranceIcon({ assurance: 'inconsistent' }),
  },
}
