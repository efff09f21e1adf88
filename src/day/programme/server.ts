import type { Site } from '../../platform/http/site.ts'
import { programmeRoutes } from './routes/programme.ts'
import { dayThatIsOn } from './todo.ts'

export function routes(site: Site): void {
  programmeRoutes(site)
}

export const todo = [dayThatIsOn]
