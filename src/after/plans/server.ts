import type { Site } from '../../platform/http/site.ts'
import { planRoutes } from './routes.ts'

export function routes(site: Site): void {
  planRoutes(site)
}
