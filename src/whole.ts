import { removing } from './whole/removing/data.ts'
import { keeping } from './whole/keeping/data.ts'
import { moving } from './whole/moving/data.ts'
import { rehearsing } from './whole/rehearsing/data.ts'
import type { Slice } from './platform/slice.ts'

/** What is done with whole networks and people, across the slices of the story: these are made from that list. */
export const whole: readonly Slice[] = [
  {
    ...moving,
    server: () => import('./whole/moving/server.ts'),
    terminal: () => import('./whole/moving/terminal/files.ts'),
  },
  { ...removing, server: () => import('./whole/removing/server.ts') },
  { ...keeping, server: () => import('./whole/keeping/server.ts') },
  {
    ...rehearsing,
    server: () => import('./whole/rehearsing/server.ts'),
    terminal: () => import('./whole/rehearsing/terminal.ts'),
  },
]
