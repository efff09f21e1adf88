import { organisers } from '../../before/networks/store/roles.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../platform/http/site.ts'
import { networkFile, withoutOf } from './store/file.ts'

/**
 * `?with=lived-experience,access-needs` puts in what is otherwise left out; never votes, rolls
 * and feedback, because what the pages hide could be read from them. Those are for whoever runs the server.
 */
export function movingRoutes(site: Site): void {
  site.file({
    at: paths.networkFile,
    who: organisers,
    async read({ db, nouns, query }) {
      const { without } = withoutOf((query['with'] ?? '').split(','))
      const always = ['votes', 'feedback']
      const body = await networkFile(db, nouns.network, [...new Set([...without, ...always])])
      return body === undefined
        ? undefined
        : { type: 'application/yaml; charset=utf-8', body, name: `${nouns.network}.yaml` }
    },
  })
}
