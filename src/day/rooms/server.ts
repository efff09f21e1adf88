import type { Site } from '../../platform/http/site.ts'
import { roomRoutes } from './routes/rooms.ts'

export function routes(site: Site): void {
  roomRoutes(site)
}
