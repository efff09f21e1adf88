import type { Sample } from '../../../test/sample.ts'

export const sample: Sample = {
  plausible: { on: '2027-03-02', 'on-day': '2', 'on-month': '3', 'on-year': '2027' },
}
