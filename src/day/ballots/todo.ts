import type { ToDo } from '../../pages/home/todo.ts'
import { paths } from '../../paths.ts'
import { choicesToConfirm } from './counting/store/choices.ts'

/** Choices by vote that wait for the lead of a team to confirm them. */
export const confirmingChoices: ToDo = async (db, roles) => {
  const led = roles.flatMap(({ role, network_id: network, team_id: team }) =>
    role === 'lead' && team ? [{ network, team }] : [],
  )
  const all = await Promise.all(
    led.map(async ({ network, team }) => {
      const toConfirm = await choicesToConfirm(db, { network, team })
      return toConfirm.map(({ event, ballot, question, teamName, idea }) => ({
        // Of several votes each is told by its question.
        text: `Confirm what ${teamName} chose${toConfirm.length > 1 ? `: ${question}` : ''}`,
        href: paths.teamChoice({ network, event, ballot, team }),
        hint: idea ? `Chosen by vote: ${idea.title}` : 'The vote does not say: choose together',
      }))
    }),
  )
  return all.flat()
}
