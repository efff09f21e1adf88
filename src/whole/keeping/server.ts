import type { Site } from '../../platform/http/site.ts'
import { keepingRoutes } from './routes.ts'

export function routes(site: Site): void {
  keepingRoutes(site)
}
