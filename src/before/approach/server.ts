import type { Site } from '../../platform/http/site.ts'
import { primerPart } from './now.ts'
import { approachRoutes } from './routes.ts'

export function routes(site: Site): void {
  approachRoutes(site)
}

export const parts = [primerPart]
