import type { Site } from '../../platform/http/site.ts'
import { rehearsingRoutes } from './routes.ts'

export function routes(site: Site): void {
  rehearsingRoutes(site)
}
