import { z } from 'zod'
import { agendaPart, earlierThan } from '../../pages/meeting/agenda.ts'
import { paths } from '../../paths.ts'
import { lessonOf } from './rules.ts'

const Prompt = z.object({ title: z.string(), question: z.string() })

/** A question on spread, another at each meeting. */
export const spreadPrompt = agendaPart<z.infer<typeof Prompt>>({
  key: 'prompt',
  title: 'A question on spread',
  json: Prompt,
  told: (prompt) => prompt,
  read: (_db, facts) => {
    const { title, asks } = lessonOf(earlierThan(facts).size)
    return Promise.resolve([{ title, question: asks }])
  },
  item: ({ title, question }, { network }) => ({
    team: title,
    text: question,
    href: paths.approach({ network: network.id }),
  }),
})
