import type { Site } from '../../platform/http/site.ts'
import { networkRoutes } from './routes.ts'

export function routes(site: Site): void {
  networkRoutes(site)
}
