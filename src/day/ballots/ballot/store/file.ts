import { all, empty, type Hanging } from '../../../../platform/store/hanging.ts'
import { fields, maybe, section, type Section } from '../../../../platform/store/section.ts'
import { methods, ownIdeaRules, usualQuestion, ways } from '../rules/ballot.ts'

/**
 * The ballots in a network file. Roll and votes are each in the order of their own key, which joins neither to the
 * other.
 */
export const ballotSections: Section[] = [
  section('ballots', {
    rehearsed: ['id', 'event', 'question', 'method', 'atMost', 'ownIdea'],
    says: 'What was voted on at an event',
    inTime: [
      ['openedAt', 'closedAt'],
      ['closedAt', 'revealedAt'],
    ],
    agrees: [['runOffOf.event', 'event']],
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event at which it was held'),
      question: fields.text('What was asked', { otherwise: usualQuestion }),
      method: fields.choice(methods, 'Who has a vote, and of how many ideas', { otherwise: 'person' }),
      atMost: fields.number('How many ideas one person may choose, where that is several', maybe),
      ownIdea: fields.choice(ownIdeaRules, 'What happens to votes for one’s own idea', {
        otherwise: 'excluded',
      }),
      createdAt: fields.instant('When it was made', { otherwise: 'now' }),
      openedAt: fields.instant('When it was opened', maybe),
      openedBy: fields.doer('Who opened it'),
      closedAt: fields.instant('When it was closed', maybe),
      closedBy: fields.doer('Who closed it'),
      revealedAt: fields.instant('When the result was shown', maybe),
      revealedBy: fields.doer('Who showed the result'),
      runOffOf: fields.reference('ballots', 'The vote without a winner that this one is to decide', {
        ...maybe,
        column: 'run_off_of',
      }),
      barsShown: fields.number(
        'How many steps of the result the Screen shows, before all is revealed',
        maybe,
      ),
      onScreen: fields.number('1 where the Screen shows the result, whatever is on', maybe),
    },
  }),
  section('ballotOptions', {
    rehearsed: ['id', 'ballot', 'idea', 'position'],
    table: 'ballot_options',
    says: 'The ideas on a ballot',
    fields: {
      id: fields.id(),
      ballot: fields.reference('ballots', 'The ballot'),
      idea: fields.reference('ideas', 'The idea'),
      position: fields.number('Its place on the ballot'),
    },
    unique: [['ballot', 'idea']],
  }),
  section('roll', {
    says: 'Who could vote and who did, never what',
    agrees: [['attendee.event', 'ballot.event']],
    fields: {
      ballot: fields.reference('ballots', 'The ballot'),
      attendee: fields.reference('attendees', 'Who; left out where teams vote', maybe),
      team: fields.reference('teams', 'With which team'),
      voter: fields.text('What tells the voters of a ballot apart: the attendee, or the team', {
        column: 'voter_id',
      }),
      voted: fields.yesNo('Whether they have voted'),
      way: fields.choice(['', ...ways], 'How the vote was given', { otherwise: '' }),
    },
    unique: [['ballot', 'voter']],
    withheld: 'votes',
  }),
  section('votes', {
    says: 'What was chosen and in which team, never by whom',
    among: { fields: ['ballot', 'choices'], section: 'ballotOptions', theirs: ['ballot', 'idea'] },
    withheld: 'votes',
    fields: {
      id: fields.id('Chance letters that only the voter’s device can tell'),
      ballot: fields.reference('ballots', 'The ballot'),
      choices: fields.references(
        'ideas',
        'The ideas that were chosen: in order of preference where they are put in order, else in that of the ballot',
        { column: 'choices' },
      ),
      team: fields.reference('teams', 'The team of the voter'),
    },
  }),
  section('teamChoices', {
    table: 'team_choices',
    says: 'What each team chose, as its lead confirmed it',
    among: { fields: ['ballot', 'idea'], section: 'ballotOptions' },
    fields: {
      id: fields.id(),
      ballot: fields.reference('ballots', 'The ballot'),
      team: fields.reference('teams', 'The team'),
      idea: fields.reference('ideas', 'The idea'),
      reason: fields.text('How it was chosen, where the vote did not say', maybe),
      confirmedBy: fields.text('Who confirmed it'),
      confirmedAt: fields.instant('When', { otherwise: 'now' }),
    },
    unique: [['ballot', 'team']],
  }),
  section('tieDecisions', {
    table: 'tie_decisions',
    says: 'How a vote without a winner was decided',
    among: { fields: ['ballot', 'idea'], section: 'ballotOptions' },
    fields: {
      id: fields.id(),
      ballot: fields.reference('ballots', 'The ballot'),
      idea: fields.reference('ideas', 'The idea that was decided on'),
      reason: fields.text('How it was decided'),
      decidedBy: fields.text('Who decided'),
      recordedBy: fields.text('Who wrote it down'),
      recordedAt: fields.instant('When', { otherwise: 'now' }),
    },
    unique: [['ballot']],
  }),
]

const onBallot: Hanging[] = [
  { table: 'ballot_options', by: 'ballot_id', goes: all },
  { table: 'roll', by: 'ballot_id', is: ['voter', 'voters'], goes: (row) => row['voted'] === 0 },
  { table: 'votes', by: 'ballot_id', is: ['vote that was cast', 'votes that were cast'] },
  { table: 'tablets', by: 'ballot_id', goes: all, names: [{ column: 'team_id', table: 'teams' }] },
  { table: 'team_choices', by: 'ballot_id', is: ['choice of a team', 'choices of teams'] },
  { table: 'tie_decisions', by: 'ballot_id', is: ['decision on a vote', 'decisions on votes'] },
]

/** A vote that was never opened goes with its event; every other keeps what it is about. */
export const ballotHanging: Record<string, Hanging[]> = {
  ideas: [
    { table: 'ballot_options', by: 'idea_id', is: ['vote that offers it', 'votes that offer it'] },
    { table: 'team_choices', by: 'idea_id', is: ['team that chose it', 'teams that chose it'] },
    { table: 'tie_decisions', by: 'idea_id', is: ['decision on a vote', 'decisions on votes'] },
  ],
  teams: [
    { table: 'roll', by: 'team_id', is: ['place on a list of voters', 'places on lists of voters'] },
    { table: 'votes', by: 'team_id', is: ['vote', 'votes'] },
    { table: 'team_choices', by: 'team_id', is: ['choice after a vote', 'choices after votes'] },
    { table: 'tablets', by: 'team_id', is: ['shared device', 'shared devices'] },
  ],
  events: [
    {
      table: 'ballots',
      by: 'event_id',
      is: ['vote that was opened', 'votes that were opened'],
      goes: empty('opened_at'),
      hanging: onBallot,
    },
  ],
}
