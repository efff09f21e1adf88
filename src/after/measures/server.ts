import type { Site } from '../../platform/http/site.ts'
import { measureCards } from './cards.ts'
import { exportRoutes } from './routes/exports.ts'
import { measureRoutes } from './routes/measures.ts'
import { pasteRoutes } from './routes/paste.ts'
import { seriesRoutes } from './routes/series.ts'

export function routes(site: Site): void {
  measureRoutes(site)
  seriesRoutes(site)
  pasteRoutes(site)
  exportRoutes(site)
}

export const cards = measureCards
