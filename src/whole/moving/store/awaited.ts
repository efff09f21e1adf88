import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'

/** Sections of slices that do not describe theirs yet; each goes when its slice does. */
export const awaitedSections: Section[] = [
  section('rooms', {
    says: 'The breakout rooms',
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event'),
      theme: fields.text('What is discussed in it'),
      position: fields.number('Its place in lists', { otherwise: 0 }),
      place: fields.text('Where it is', maybe),
      link: fields.text('The address of the online meeting', maybe),
      facilitator: fields.reference('attendees', 'Who leads the talk', maybe),
      scribe: fields.reference('attendees', 'Who takes notes', maybe),
      point1: fields.text('The first thing to take away', { ...maybe, column: 'point_1' }),
      point2: fields.text('The second', { ...maybe, column: 'point_2' }),
      point3: fields.text('The third', { ...maybe, column: 'point_3' }),
    },
  }),
]

/** Tables whose slices have yet to describe them. */
export const awaitedTables = ['room_places', 'room_notes']
