import type { Site } from '../../platform/http/site.ts'
import { reviewRoutes } from './routes/reviews.ts'

export function routes(site: Site): void {
  reviewRoutes(site)
}
