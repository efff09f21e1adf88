import type { Site } from '../../platform/http/site.ts'
import { voiceCards } from './cards.ts'
import { voiceRoutes } from './routes.ts'
import { commentsToAnswer } from './todo.ts'

export function routes(site: Site): void {
  voiceRoutes(site)
}

export const cards = voiceCards

export const todo = [commentsToAnswer]
