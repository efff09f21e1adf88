import { people } from './before/people/data.ts'
import { networks } from './before/networks/data.ts'
import { ideas } from './before/ideas/data.ts'
import { pictures } from './before/pictures/data.ts'
import { components } from './before/components/data.ts'
import { voices } from './before/voices/data.ts'
import { events } from './before/events/data.ts'
import { approach } from './before/approach/data.ts'
import { signUps } from './before/sign-ups/data.ts'
import { reflections } from './day/reflections/data.ts'
import { ballots } from './day/ballots/data.ts'
import { pledges } from './day/pledges/data.ts'
import { asks } from './day/asks/data.ts'
import { rooms } from './day/rooms/data.ts'
import { feedback } from './day/feedback/data.ts'
import { programme } from './day/programme/data.ts'
import { cycles } from './after/cycles/data.ts'
import { measures } from './after/measures/data.ts'
import { packages } from './after/packages/data.ts'
import { adoption } from './after/adoption/data.ts'
import { plans } from './after/plans/data.ts'
import { reviews } from './after/reviews/data.ts'
import { updates } from './after/updates/data.ts'
import { reports } from './after/reports/data.ts'
import type { Section } from './platform/store/section.ts'
import type { Card } from './pages/card.ts'
import type { ToDo } from './pages/home/todo.ts'
import type { ShownPart } from './pages/now/part.ts'
import type { Slice } from './platform/slice.ts'

/**
 * The slices, in the order of the story. Their data halves are imported here; those for the server and the terminal are
 * loaded by those alone, so that the writer's thread holds no view.
 */
export const slices: readonly Slice<ShownPart, Card, ToDo>[] = [
  {
    ...people,
    server: () => import('./before/people/server.ts'),
    terminal: () => import('./before/people/terminal.ts'),
  },
  { ...networks, server: () => import('./before/networks/server.ts') },
  { ...ideas, server: () => import('./before/ideas/server.ts') },
  { ...pictures, server: () => import('./before/pictures/server.ts') },
  { ...components, server: () => import('./before/components/server.ts') },
  { ...voices, server: () => import('./before/voices/server.ts') },
  { ...events, server: () => import('./before/events/server.ts') },
  { ...approach, server: () => import('./before/approach/server.ts') },
  { ...signUps, server: () => import('./before/sign-ups/server.ts') },
  { ...reflections, server: () => import('./day/reflections/server.ts') },
  { ...ballots, server: () => import('./day/ballots/server.ts') },
  { ...pledges, server: () => import('./day/pledges/server.ts') },
  { ...asks, server: () => import('./day/asks/server.ts') },
  { ...rooms, server: () => import('./day/rooms/server.ts') },
  { ...feedback, server: () => import('./day/feedback/server.ts') },
  { ...programme, server: () => import('./day/programme/server.ts') },
  { ...cycles, server: () => import('./after/cycles/server.ts') },
  {
    ...measures,
    server: () => import('./after/measures/server.ts'),
    terminal: () => import('./after/measures/terminal.ts'),
  },
  { ...packages, server: () => import('./after/packages/server.ts') },
  { ...adoption, server: () => import('./after/adoption/server.ts') },
  { ...plans, server: () => import('./after/plans/server.ts') },
  { ...reviews, server: () => import('./after/reviews/server.ts') },
  { ...updates, server: () => import('./after/updates/server.ts') },
  {
    ...reports,
    server: () => import('./after/reports/server.ts'),
    terminal: () => import('./after/reports/terminal.ts'),
  },
]

/** The sections of a network file, in the order of the story: a record stands after those that it names. */
export const sections: Section[] = slices.flatMap((slice) => slice.sections ?? [])
