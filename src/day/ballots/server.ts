import type { Site } from '../../platform/http/site.ts'
import { ballotRoutes } from './routes/ballots.ts'

export function routes(site: Site): void {
  ballotRoutes(site)
}
