import type { Site } from '../../platform/http/site.ts'
import { cycleCards } from './cards.ts'
import { breakthroughsPart, testsPart } from './now.ts'
import { cycleRoutes } from './routes.ts'

export function routes(site: Site): void {
  cycleRoutes(site)
}

export const cards = cycleCards

export const parts = [testsPart, breakthroughsPart]
