import type { RequestContext, Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { insiders } from '../networks/store/roles.ts'
import {
  answerComment,
  commentOnIdea,
  others,
  removeComment,
  restoreComment,
  supportIdea,
  withdrawSupport,
} from './commands.ts'
import { answerFields } from './record.ts'
import { commentAt } from './store.ts'
import { answerForm, commentForm, supportForm } from './views/forms.ts'

interface AtIdea {
  network: string
  idea: string
}

const readIdea = async ({ db, nouns }: RequestContext<AtIdea>) => {
  const idea = await ideaById(db, nouns.network, nouns.idea)
  return idea && { idea }
}

const toIdea = ({ nouns: { network, idea } }: { nouns: AtIdea }) =>
  `${paths.idea({ network, idea })}#comments`
const backTo = (idea: { title: string }, at: AtIdea) => ({ href: paths.idea(at), text: idea.title })

export function voiceRoutes(site: Site): void {
  site.form({
    at: paths.support,
    who: others,
    command: supportIdea,
    read: readIdea,
    show: ({ idea }, form, visit) => ({
      title: 'We have this problem, too',
      back: backTo(idea, visit.nouns),
      body: supportForm({ action: paths.support(visit.nouns), sending: visit, form, idea: idea.title }),
    }),
    then: (_outcome, visit) => toIdea(visit),
    done: 'Saved: you have this problem, too',
  })
  site.button({
    at: paths.noSupport,
    command: withdrawSupport,
    then: (_outcome, visit) => toIdea(visit),
    back: toIdea,
    done: 'Taken back',
  })
  site.form({
    at: paths.newComment,
    who: insiders,
    command: commentOnIdea,
    read: readIdea,
    show: ({ idea }, form, visit) => ({
      title: 'Ask or say something',
      back: backTo(idea, visit.nouns),
      body: commentForm({ action: paths.newComment(visit.nouns), sending: visit, form, idea: idea.title }),
    }),
    then: (_outcome, visit) => toIdea(visit),
    done: 'Sent to the team of the idea',
  })
  answering(site)
}

function answering(site: Site): void {
  site.form({
    at: paths.answerComment,
    who: ideaKeepers,
    command: answerComment,
    async read(visit: RequestContext<AtIdea & { comment: string }>) {
      const found = await readIdea(visit)
      const row = await commentAt(visit.db, visit.nouns)
      return found && row && !row.removed_at ? { ...found, row } : undefined
    },
    stands: true,
    values: ({ row }) => answerFields.values(row),
    show: ({ idea, row }, form, visit) => ({
      title: 'Answer the comment',
      back: backTo(idea, visit.nouns),
      body: answerForm({
        action: paths.answerComment(visit.nouns),
        sending: visit,
        form,
        idea: idea.title,
        says: row.says,
      }),
    }),
    then: (_outcome, visit) => toIdea(visit),
    done: 'Answered',
  })
  site.button({
    at: paths.removeComment,
    command: removeComment,
    then: ({ id }, { nouns: { network, idea } }) =>
      `${paths.idea({ network, idea })}?comment=${encodeURIComponent(id)}#comments`,
    back: toIdea,
  })
  site.button({
    at: paths.restoreComment,
    command: restoreComment,
    then: (_outcome, visit) => toIdea(visit),
    back: toIdea,
    done: 'Put back on the idea',
  })
}
