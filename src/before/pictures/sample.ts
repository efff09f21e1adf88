import type { Sample } from '../../../test/sample.ts'
import { addPicture } from './commands.ts'

/** A red point, with a comment beside it. */
export const aPoint =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADHRFWHRDb21tZW50AGhvbWX-yFk1AAAADElEQVR4nGP4z8AAAAMBAQDJ_pLvAAAAAElFTkSuQmCC'

export const sample: Sample = {
  scene: async ({ people, nouns, done }) => ({
    picture: await done(people.lead, addPicture, {
      idea: nouns['idea'],
      alt: 'A red point',
      content: aPoint,
    }),
  }),
  plausible: { alt: 'A red point', content: aPoint },
}
