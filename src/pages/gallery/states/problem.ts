import { problemContent } from '../../../platform/http/problem.ts'
import type { State } from '../state.ts'

const of = (status: number, says: string, said?: Parameters<typeof problemContent>[1]): State => ({
  name: `problem-${status}`,
  says,
  show: () => problemContent(status, said),
})

export const states: State[] = [
  of(401, 'Somebody who is signed out has sent something'),
  of(403, 'A role does not allow it'),
  of(404, 'Nothing has this address'),
  of(409, 'It cannot be done as things stand', {
    sentence: 'Voting has closed, so this vote cannot be counted.',
    back: '/gallery',
  }),
  {
    name: 'problem-410',
    says: 'What was there has been taken away',
    show: () => problemContent(404, { sentence: 'This rehearsal has been cleared.' }),
  },
  of(429, 'Somebody has tried too often', { sentence: 'Wait 9 minutes, then try again.' }),
  of(500, 'The service has failed'),
  of(503, 'The database is away'),
]
