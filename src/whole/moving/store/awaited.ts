import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'

/** Sections of slices that do not describe theirs yet; each goes when its slice does. */
export const awaitedSections: Section[] = [
  section('ballots', {
    says: 'The votes of an event',
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event'),
      question: fields.text('What is asked'),
      method: fields.choice(['person', 'team'], 'Who votes', { otherwise: 'person' }),
      ownIdea: fields.choice(['excluded', 'apart'], 'What becomes of a team’s own idea', {
        otherwise: 'excluded',
      }),
      createdAt: fields.instant('When it was made', { otherwise: 'now' }),
      openedAt: fields.instant('When it was opened', maybe),
      closedAt: fields.instant('When it was closed', maybe),
      revealedAt: fields.instant('When its result was shown', maybe),
    },
  }),
  section('ballotOptions', {
    table: 'ballot_options',
    says: 'The ideas on a ballot',
    unique: [['ballot', 'idea']],
    fields: {
      id: fields.id(),
      ballot: fields.reference('ballots', 'The ballot'),
      idea: fields.reference('ideas', 'The idea'),
      position: fields.number('Its place on the ballot', { otherwise: 0 }),
    },
  }),
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
export const awaitedTables = ['roll', 'votes', 'team_choices', 'room_places', 'room_notes']
