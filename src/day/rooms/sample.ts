import type { Sample } from '../../../test/sample.ts'
import { addNote } from './commands/notes.ts'
import { takePlace } from './commands/places.ts'
import { makeRoom } from './commands/rooms.ts'

export const sample: Sample = {
  async scene({ people, day, nouns, done }) {
    const { event } = nouns
    const scribe = day.of[nouns['team']!]![0]!
    const room = await done(people.organiser, makeRoom, { event, theme: 'What can we stop?' })
    await done(scribe, takePlace, { event, room })
    return { room, note: await done(scribe, addNote, { event, room, text: 'Fewer letters' }) }
  },
  plausible: { text: 'We could share letters', theme: 'What can we stop?' },
  at: [
    [/rooms\/allocation/, { who: 'everyone', how: 'anew' }],
    [/rooms\/.*places/, { attendee: 'somebody' }],
  ],
}
