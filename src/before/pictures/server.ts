import type { Site } from '../../platform/http/site.ts'
import { pictureCards } from './cards.ts'
import { pictureRoutes } from './routes.ts'

export function routes(site: Site): void {
  pictureRoutes(site)
}

export const cards = pictureCards
