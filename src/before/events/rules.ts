/** What may be unknown of an event that was held before it was recorded here. */
export const unrecordedThings = [
  'place',
  'times',
  'arrivals',
  'people',
  'votes',
  'pledges',
  'asks',
  'answers',
  'notes',
  'rooms',
  'meetings',
] as const
export type Unrecorded = (typeof unrecordedThings)[number]

/** Whether a thing happened, or may have, but was not recorded. Nothing is made up in its place. */
export const isNotRecorded = (event: { not_recorded: string }, thing: Unrecorded): boolean =>
  event.not_recorded.split(' ').includes(thing)

/** The sentence for what is known to have been but not what it was. */
export const notRecorded = 'Not recorded'
