import { networksOf, type ToDo } from '../../pages/home/todo.ts'
import { counted } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import { waitingWords, type Addressee } from './rules.ts'
import { askViews } from './store.ts'

/** Asks that wait for an answer: the board answers its own, organisers (the QI team) theirs. */
export const answeringAsks: ToDo = async (db, roles, now) => {
  const asked = [
    ...networksOf(roles, 'board').map((network) => ({ network, of: 'board' as Addressee })),
    ...networksOf(roles, 'organiser').map((network) => ({ network, of: 'qi_team' as Addressee })),
  ]
  const all = await Promise.all(
    asked.map(async ({ network, of }) => {
      const waiting = (await askViews(db, network)).filter(
        ({ toWhom, state }) => toWhom === of && state === 'waiting',
      )
      const [oldest] = waiting
      if (!oldest) return []
      const one = waiting.length === 1
      return [
        {
          text: `Answer ${counted(waiting.length, 'ask')} to the ${oldest.to}`,
          href: one ? paths.ask({ network, ask: oldest.id }) : paths.asks({ network }),
          hint: `${waitingWords(oldest.madeAt, now)}${one ? '' : ', the oldest'}: ${oldest.team.name}`,
        },
      ]
    }),
  )
  return all.flat()
}
