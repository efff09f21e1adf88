import { organisers } from '../../before/networks/store/roles.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../platform/http/site.ts'
import { networkFile, withoutOf } from './store/file.ts'

/**
 * `?with=lived-experience,access-needs` adds parts that are otherwise left out; never votes, rolls and feedback,
 * because numbers that the pages hide could be read from them. Those are for the server's operator.
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
