import { record, text, whole, type ColumnsOf } from '../../platform/form/record.ts'
import { whyNoLink } from './rules.ts'

/** The fields of an event as its form takes them. Its day and times are one question, which the commands put together. */
export const eventFields = record({
  name: text({
    label: 'Name of the event',
    most: 120,
    missing: 'Enter the name of the event',
    says: 'What it is called',
    rehearsed: true,
  }),
  place: text({
    label: 'Place',
    hint: 'Name of the building, address, room, and how to get in without steps',
    called: 'The place',
    most: 500,
    rows: 3,
    says: 'Where it is held',
    rehearsed: true,
  }),
  link: text({
    label: 'Meeting link',
    hint: 'Only people who have signed up see it',
    called: 'The link',
    most: 1000,
    fits: whyNoLink,
    says: 'The address of the online meeting',
  }),
  aims: text({
    label: 'Aims',
    hint: 'One aim a line',
    called: 'The aims',
    most: 4000,
    rows: 5,
    says: 'What it is for, one aim a line',
    rehearsed: true,
  }),
  capacity: whole({
    label: 'How many can come?',
    least: 1,
    most: 1_000_000,
    wrong: 'Enter how many can come as a whole number, like 75, or leave it empty',
    width: 5,
    says: 'How many can sign up',
  }),
})

export type EventColumns = ColumnsOf<typeof eventFields>
