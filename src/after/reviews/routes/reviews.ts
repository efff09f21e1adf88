import type { Site } from '../../../platform/http/site.ts'
import { meetingsRoutes } from './meetings.ts'
import { minutesRoutes } from './minutes.ts'

export function reviewRoutes(site: Site): void {
  meetingsRoutes(site)
  minutesRoutes(site)
}
