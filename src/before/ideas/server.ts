import type { Site } from '../../platform/http/site.ts'
import { ideaRoutes } from './routes.ts'

export function routes(site: Site): void {
  ideaRoutes(site)
}
