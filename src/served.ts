import type { Card } from './pages/card.ts'
import type { ShownPart } from './pages/now/part.ts'
import type { ToDo } from './pages/home/todo.ts'
import type { SliceServer } from './platform/slice.ts'
import { slices } from './slices.ts'
import { whole } from './whole.ts'

/** Every slice's half for the server: loaded where pages are served, and nowhere else. */
export const served: readonly SliceServer<ShownPart, Card, ToDo>[] = (
  await Promise.all([...slices, ...whole].map((slice) => slice.server?.()))
).filter((server) => server !== undefined)
