import { removing } from './whole/removing/data.ts'
import { keeping } from './whole/keeping/data.ts'
import { moving } from './whole/moving/data.ts'
import { rehearsing } from './whole/rehearsing/data.ts'
import type { Slice } from './platform/slice.ts'

/** Slices over whole networks and people, made from the list of the story's slices. */
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
