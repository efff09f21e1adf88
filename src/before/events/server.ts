import type { Site } from '../../platform/http/site.ts'
import { eventRoutes } from './routes.ts'

export function routes(site: Site): void {
  eventRoutes(site)
}
