import type { Site } from '../../platform/http/site.ts'
import { componentCards } from './cards.ts'
import { componentRoutes } from './routes.ts'

export function routes(site: Site): void {
  componentRoutes(site)
}

export const cards = componentCards
