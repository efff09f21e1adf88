/** Texts of simulated people. Nobody would take them for what somebody real has said. */
export const words = {
  keep: ['The first call within a week', 'One form for all', 'Asking what matters first', 'The joint clinic'],
  change: [
    'We are fewer people',
    'Ours would be online',
    'In the evening, not the morning',
    'With a peer worker',
  ],
  firstTest: ['One clinic, one morning', 'With the next three people', 'Two of us try it on Monday'],
  pledge: [
    'Try the shorter assessment with ten people',
    'Ring everybody who waits once a month',
    'Ask carers to write the letter with us',
    'Hold one joint clinic each fortnight',
    'Stop one meeting, and see people instead',
  ],
  ask: ['A room on Thursday mornings', 'Half a day of data support', 'Somebody to train four of us'],
  note: [
    'What helps first is knowing who to ring',
    'Letters could be half as long',
    'People should not tell their story twice',
    'Carers want to hear before, not after',
    'Fewer forms, more talking',
    'Measure what people say matters to them',
  ],
  different: ['A longer lunch', 'More time in the rooms', 'Begin later', 'Slides a day before'],
} as const satisfies Record<string, readonly string[]>
