import type { Site } from '../../platform/http/site.ts'
import { reflectionRoutes } from './routes.ts'

export function routes(site: Site): void {
  reflectionRoutes(site)
}
