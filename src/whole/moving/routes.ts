import { organisers } from '../../before/networks/store/roles.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../platform/http/site.ts'
import { networkFile, withoutOf } from './store/file.ts'

/** `?with=lived-experience,access-needs` puts in what is otherwise left out. */
export function movingRoutes(site: Site): void {
  site.file({
    at: paths.networkFile,
    who: organisers,
    async read({ db, nouns, query }) {
      const { without } = withoutOf((query['with'] ?? '').split(','))
      const body = await networkFile(db, nouns.network, without)
      return body === undefined
        ? undefined
        : { type: 'application/yaml; charset=utf-8', body, name: `${nouns.network}.yaml` }
    },
  })
}
