import type { KindOfPart } from '../../before/events/item.ts'
import { ideasOf } from '../../before/ideas/store.ts'
import { isRefusal, refuse } from '../../platform/store/command.ts'
import { makeBallot, openBallot, takeBackOpening } from './ballot/commands/ballots.ts'
import { stateOf, usualQuestion } from './ballot/rules/ballot.ts'
import { ballotById } from './ballot/store/ballots.ts'

/** A vote opens as its part of the day starts. It is not closed with it: that is for somebody to decide. */
export const ballotItem = {
  kind: 'ballot',
  name: 'Vote',
  short: 'vote',

  /** The vote of an item that names none is asked for, never guessed. */
  async prepares(tx, { network, event, title, ballot }, asked, circumstances) {
    const chosen = ballot ?? asked.ballot
    if (!chosen) return refuse('Choose which vote opens', 'ballot')
    if (chosen !== 'new') {
      const found = await ballotById(tx, network, chosen)
      return found?.event_id === event ? { ballot: chosen } : refuse('Choose a vote from the list', 'ballot')
    }
    const ideas = (await ideasOf(tx, network)).map(({ id }) => id)
    if (ideas.length < 2)
      return refuse('Add at least two change ideas first: there is nothing to choose from')
    const wished = { network, event, question: title || usualQuestion, ideas }
    const made = await circumstances.do(makeBallot, { ...wished, method: 'person', ownIdea: 'excluded' })
    return isRefusal(made) ? made : { ballot: made.id }
  },

  async starts(tx, { network, event, ballot }, circumstances, keep) {
    const before = await ballotById(tx, network, ballot!)
    if (before && stateOf(before) === 'made') keep(ballot)
    const opened = await circumstances.do(openBallot, { network, event, ballot })
    return isRefusal(opened) ? opened : undefined
  },

  async finishes(tx, { network, ballot }) {
    const found = ballot ? await ballotById(tx, network, ballot) : undefined
    return found && stateOf(found) === 'open'
      ? 'The vote is still open. Close it when everyone has voted.'
      : undefined
  },

  /** The vote is as it was, unless somebody has voted: then it stays, and that is said. */
  async takesBack(_tx, at, [ballot], circumstances) {
    if (ballot === undefined) return undefined
    const taken = await circumstances.do(takeBackOpening, { ...at, ballot })
    return isRefusal(taken) ? taken.refused : 'The vote is not open any more. Nobody had voted.'
  },
} as const satisfies KindOfPart
