import type { Block } from '../../../before/events/report.ts'

/** The facts of an event on record, as far as a news post may tell them. They hold no name of a person. */
export interface PostFacts {
  network: {
    id: string
    name: string
    organisation: string | null
    about: string | null
    teamNoun: string
    teamNounPlural: string
    board: string
    qiTeam: string
    meetsEveryWeeks: number | null
  }
  event: {
    id: string
    name: string
    on: string
    place: string | null
    aims: string[]
    attendedBy: string | null
    toldIn: string | null
    notRecorded: string[]
  }
  /** The numbers who signed up and came; nothing where that was not recorded. */
  signUps: number | null
  arrivals: number | null
  /** The teams that had a part in the day; of an event from before, every team of the network. */
  teams: { id: string; name: string }[]
  /** The number of teams of the network. */
  teamsInAll: number
  /** The parts that were begun; of an event from before, all that is known. */
  programme: { title: string; note: string | null; startedAt: string | null }[]
  ideas: {
    id: string
    title: string
    team: string
    /** With whom it was made, in words; never how many. */
    madeWith: string[]
    recruitedLocally: boolean
  }[]
  ballots: { id: string; sentence: string; choices: { team: string; idea: string }[] }[]
  pledges: { id: string; team: string; what: string | null; by: string | null }[]
  asks: { id: string; team: string; toWhom: string; what: string; answer: string | null }[]
  /** The rooms, where they took place. */
  rooms: { id: string; theme: string; points: string[] }[]
  /** Parts that slices add, in the order of the story. */
  parts: { heading: string; blocks: Block[] }[]
  plans: number
  /** True in `any` if dates are recorded; and the first after the event. */
  meetings: { any: boolean; firstAfter: string | null }
}
