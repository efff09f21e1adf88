import { whyNoLink } from '../../before/events/rules.ts'
import { record, text, type ColumnsOf } from '../../platform/form/record.ts'

/** The fields of a room as its form takes them. People with a task in it stand beside them. */
export const roomFields = record({
  theme: text({
    label: 'Theme',
    hint: 'A question works well, such as “What can we stop doing?”',
    most: 200,
    missing: 'Enter the theme of the room',
    says: 'What is discussed in it',
    rehearsed: true,
  }),
  place: text({
    label: 'Place',
    hint: 'Such as “Room 3, first floor”',
    called: 'The place',
    most: 200,
    says: 'Where it is',
    rehearsed: true,
  }),
  link: text({
    label: 'Link of the online meeting',
    hint: 'Shown only to people who signed up or have a role in this network.',
    called: 'The link',
    most: 1000,
    web: true,
    fits: whyNoLink,
    says: 'The address of its online meeting',
  }),
})

/** A note of somebody in a room. */
export const noteFields = record({
  text: text({
    label: 'Note',
    hint: 'Everybody in the room sees it at once, without your name.',
    most: 1000,
    missing: 'Enter a note',
    rows: 4,
    says: 'The note',
  }),
})

export type RoomColumns = ColumnsOf<typeof roomFields>
export type NoteColumns = ColumnsOf<typeof noteFields>
