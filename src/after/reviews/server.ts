import type { Site } from '../../platform/http/site.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { comingMeetings } from './todo.ts'

export function routes(site: Site): void {
  reviewRoutes(site)
}

export const todo = [comingMeetings]
