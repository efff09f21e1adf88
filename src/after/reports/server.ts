import type { Site } from '../../platform/http/site.ts'
import { reportRoutes } from './routes/reports.ts'

export function routes(site: Site): void {
  reportRoutes(site)
}
