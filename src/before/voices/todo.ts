import { ideasOf } from '../ideas/store.ts'
import { networksOf, type ToDo } from '../../pages/home/todo.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { openComments } from './store.ts'

/** Comments on the ideas of somebody's own teams that nobody has answered. */
export const commentsToAnswer: ToDo = async (db, roles) => {
  const own = new Set(roles.map(({ network_id, team_id }) => `${network_id}/${team_id ?? ''}`))
  const all = await Promise.all(
    networksOf(roles, 'lead', 'member', 'representative').map(async (network) => {
      const open = await openComments(db, network)
      if (open.length === 0) return []
      const ideas = (await ideasOf(db, network)).filter(({ team_id }) => own.has(`${network}/${team_id}`))
      return ideas.flatMap(({ id, title }) => {
        const waiting = open.filter(({ idea_id }) => idea_id === id).length
        if (waiting === 0) return []
        const href = `${paths.idea({ network, idea: id })}#comments`
        return [{ text: `Answer ${counted(waiting, 'comment')} on your idea`, href, hint: title }]
      })
    }),
  )
  return all.flat()
}
