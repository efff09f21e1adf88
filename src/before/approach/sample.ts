import type { Sample } from '../../../test/sample.ts'

export const sample: Sample = { plausible: { words: 'Six months of figures first' } }
