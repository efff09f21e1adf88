/** One thing that is known about how a change spreads: what, a question to put to one's own, and where to read on. */
export interface Lesson {
  title: string
  says: string
  /** Asked at a meeting, in turn. */
  asks: string
  source: { name: string; href: string }
}

/** A short primer, in the order in which a day may tell it. */
export const primer: readonly Lesson[] = [
  {
    title: 'Evidence first',
    says: 'A change is ready to travel when the figures where it began show that it helped, and went on helping. Say so just as plainly when it is too early to know.',
    asks: 'For how long has it helped where it began, and what do the figures say since we last met?',
    source: {
      name: 'A Framework for Spread, Institute for Healthcare Improvement, 2006',
      href: 'https://www.ihi.org/resources/white-papers/framework-spread-local-improvements-system-wide-change',
    },
  },
  {
    title: 'An aim that can be missed',
    says: 'Say what is to spread, to which teams, and by when. Count the teams that have it against all that were meant, and show that count to those who do the work as well as to those who lead.',
    asks: 'How many of the teams that were meant have it today, and are we on the way to the date we set?',
    source: {
      name: 'A Framework for Spread, Institute for Healthcare Improvement, 2006',
      href: 'https://www.ihi.org/resources/white-papers/framework-spread-local-improvements-system-wide-change',
    },
  },
  {
    title: 'Tested again wherever it goes',
    says: 'Nobody is asked to copy. Each team tests the change with one person, then a few, then a clinic, and writes down what it expects before it looks. Then it adopts the change, adapts it, or stops.',
    asks: 'What is the smallest test that each team can do before we meet again?',
    source: {
      name: 'Model for Improvement, Institute for Healthcare Improvement',
      href: 'https://www.ihi.org/resources/how-improve-model-improvement',
    },
  },
  {
    title: 'Keep what it is for, adapt how it is done',
    says: 'Each part of a change has a purpose. Where the purpose is kept, the form may differ. Write down which parts are core and which may change, and let those who take it up say when you are wrong.',
    asks: 'Which part did somebody do in another way, and did what it is for still come of it?',
    source: {
      name: 'Hard core and soft periphery, BMJ Quality & Safety 2022;31:31',
      href: 'https://qualitysafety.bmj.com/content/31/1/31',
    },
  },
  {
    title: 'People take up what helps them',
    says: 'A change travels when it is better than what there was, fits what people believe and do, is simple, can be tried on a small scale, and can be seen to work.',
    asks: 'Who has seen it work with their own eyes, and who has yet to be asked along?',
    source: {
      name: 'E. M. Rogers, Diffusion of Innovations',
      href: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5409886/',
    },
  },
  {
    title: 'Less work, or more that is worth it',
    says: 'A change that adds work and brings little is worked around. Count the minutes that it adds and saves and for whom, and say what may stop.',
    asks: 'Whose work did it add to, whose did it save, and what has been stopped to make room?',
    source: {
      name: 'Highly Adoptable Improvement Model, C. Hayes',
      href: 'https://www.highlyadoptableqi.com/',
    },
  },
  {
    title: 'Leaders clear the way',
    says: 'What a team cannot change by itself it asks for. A leader who answers, with a reason and a date, even with a no, spreads more than one who praises.',
    asks: 'Which ask has waited longest, and who can answer it today?',
    source: {
      name: 'A framework for scaling up health interventions, Implementation Science 2016;11:12',
      href: 'https://implementationscience.biomedcentral.com/articles/10.1186/s13012-016-0374-x',
    },
  },
  {
    title: 'Made together, from the start',
    says: 'Service users and carers who find the problem, shape the change and judge what came of it see what staff cannot. It is their change, too, when it moves.',
    asks: 'What did service users and carers change in it since we last met, and have they said so themselves?',
    source: {
      name: 'Seven principles of spread and adoption, NHS England',
      href: 'https://www.england.nhs.uk/spread-and-adoption/',
    },
  },
  {
    title: 'Stopping is a finding',
    says: 'A reasoned no saves others the time. Write down what was expected, what happened and why it stopped, where the next team will look before it begins.',
    asks: 'What did somebody stop, and what should others know of it?',
    source: {
      name: 'The FRAME for reporting adaptations, Implementation Science 2019;14:58',
      href: 'https://implementationscience.biomedcentral.com/articles/10.1186/s13012-019-0898-y',
    },
  },
]

/** The lesson whose question a meeting has in turn; `before` is how many meetings were before it. */
export const lessonOf = (before: number): Lesson => primer[before % primer.length]!
