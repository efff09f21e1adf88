import type { Site } from '../../platform/http/site.ts'
import { pledgeRoutes } from './routes/pledges.ts'

export function routes(site: Site): void {
  pledgeRoutes(site)
}
