import type { Site } from '../../platform/http/site.ts'
import { programmeRoutes } from './routes/programme.ts'

export function routes(site: Site): void {
  programmeRoutes(site)
}
