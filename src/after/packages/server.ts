import type { Site } from '../../platform/http/site.ts'
import { packageCards } from './cards.ts'
import { packageRoutes } from './routes.ts'

export function routes(site: Site): void {
  packageRoutes(site)
}

export const cards = packageCards
