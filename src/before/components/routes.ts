import { z } from 'zod'
import type { RequestContext, Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { addComponent, editComponent, removeComponent, restoreComponent } from './commands.ts'
import { componentFields, ShownComponentSchema, viewOf } from './record.ts'
import { inTold } from './rules.ts'
import { componentAt, componentsOfIdea } from './store.ts'
import { componentForm } from './views/forms.ts'
import { partsPage } from './views/page.ts'

interface AtIdea {
  network: string
  idea: string
}
type AtComponent = AtIdea & { component: string }

const readIdea = async ({ db, nouns }: RequestContext<AtIdea>) => {
  const idea = await ideaById(db, nouns.network, nouns.idea)
  return idea && { idea }
}

export function componentRoutes(site: Site): void {
  site.page({
    at: paths.components,
    who: everyone,
    answer: z.object({ components: z.array(ShownComponentSchema) }),
    async read(visit: RequestContext<AtIdea>) {
      const found = await readIdea(visit)
      const rows = found && (await componentsOfIdea(visit.db, visit.nouns.network, visit.nouns.idea))
      return found && { ...found, components: inTold(rows!.map(viewOf)) }
    },
    show: ({ idea, components }, { nouns }) => ({
      title: `What to keep and adapt of “${idea.title}”`,
      back: { href: paths.idea(nouns), text: idea.title },
      body: partsPage({ at: nouns, idea: idea.title, components }),
    }),
  })
  site.form({
    at: paths.newComponent,
    who: ideaKeepers,
    command: addComponent,
    read: readIdea,
    show: ({ idea }, form, visit) => ({
      title: 'Add a part of the idea',
      back: { href: paths.idea(visit.nouns), text: idea.title },
      body: componentForm({
        action: paths.newComponent(visit.nouns),
        sending: visit,
        form,
        idea: idea.title,
      }),
    }),
    then: (_outcome, { nouns }) => `${paths.idea(nouns)}#parts`,
    done: 'Part added',
  })
  site.form({
    at: paths.editComponent,
    who: ideaKeepers,
    command: editComponent,
    async read(visit: RequestContext<AtComponent>) {
      const found = await readIdea(visit)
      const row = await componentAt(visit.db, visit.nouns)
      return found && row && !row.removed_at ? { ...found, row } : undefined
    },
    stands: true,
    values: ({ row }) => componentFields.values(row),
    show: ({ idea }, form, visit) => ({
      title: 'Change a part of the idea',
      back: { href: paths.idea(visit.nouns), text: idea.title },
      body: componentForm({
        action: paths.editComponent(visit.nouns),
        sending: visit,
        form,
        idea: idea.title,
        removal: paths.removeComponent(visit.nouns),
      }),
    }),
    then: (_outcome, { nouns }) => `${paths.idea(nouns)}#parts`,
    done: 'Part saved',
  })
  site.button({
    at: paths.removeComponent,
    command: removeComponent,
    then: ({ id }, { nouns }) => `${paths.idea(nouns)}?part=${encodeURIComponent(id)}#parts`,
    back: ({ nouns }) => paths.idea(nouns),
  })
  site.button({
    at: paths.restoreComponent,
    command: restoreComponent,
    then: (_outcome, { nouns }) => `${paths.idea(nouns)}#parts`,
    back: ({ nouns }) => paths.idea(nouns),
    done: 'Put back on the idea',
  })
}
