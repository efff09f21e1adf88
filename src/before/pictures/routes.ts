import { refuse } from '../../platform/store/command.ts'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { addPicture, removePicture, restorePicture } from './commands.ts'
import { largestPicture, whyNoPicture } from './rules.ts'
import { pictureAt } from './store.ts'
import { pictureForm } from './views.ts'

interface AtIdea {
  network: string
  idea: string
}

const toIdea = ({ nouns: { network, idea } }: { nouns: AtIdea }) =>
  `${paths.idea({ network, idea })}#pictures`

export function pictureRoutes(site: Site): void {
  site.form({
    at: paths.newPicture,
    who: ideaKeepers,
    command: addPicture,
    upload: {
      file: 'content',
      into: 'content',
      most: largestPicture,
      read: (file) => {
        const why = whyNoPicture(file)
        return Promise.resolve(why ? refuse(why, 'content') : file.toString('base64url'))
      },
    },
    async read({ db, nouns }: RequestContext<AtIdea>) {
      const idea = await ideaById(db, nouns.network, nouns.idea)
      return idea && { idea }
    },
    show: ({ idea }, form, visit) => ({
      title: 'Add a picture',
      back: { href: paths.idea(visit.nouns), text: idea.title },
      body: pictureForm({ action: paths.newPicture(visit.nouns), sending: visit, form, idea: idea.title }),
    }),
    then: (_outcome, visit) => toIdea(visit),
    done: 'Picture added',
  })
  site.file({
    at: paths.picture,
    who: everyone,
    async read({ db, nouns }: RequestContext<AtIdea & { picture: string }>) {
      const row = await pictureAt(db, nouns)
      if (!row || row.removed_at) return undefined
      return { type: row.type, body: Buffer.from(row.content, 'base64url') }
    },
  })
  site.button({
    at: paths.removePicture,
    command: removePicture,
    then: ({ id }, { nouns: { network, idea } }) =>
      `${paths.idea({ network, idea })}?picture=${encodeURIComponent(id)}#pictures`,
    back: toIdea,
  })
  site.button({
    at: paths.restorePicture,
    command: restorePicture,
    then: (_outcome, visit) => toIdea(visit),
    back: toIdea,
    done: 'Put back on the idea',
  })
}
