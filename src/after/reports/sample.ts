import type { Sample } from '../../../test/sample.ts'

export const sample: Sample = {
  plausible: { body: 'A day of ideas' },
}
