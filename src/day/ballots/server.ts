import type { Site } from '../../platform/http/site.ts'
import { ballotRoutes } from './ballot/routes/ballots.ts'
import { confirmingChoices } from './todo.ts'

export function routes(site: Site): void {
  ballotRoutes(site)
}

export const todo = [confirmingChoices]
