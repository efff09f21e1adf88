import type { Sample } from '../../../test/sample.ts'

export const sample: Sample = {
  plausible: { email: 'somebody.new@example.invalid', name: 'Something new' },
}
