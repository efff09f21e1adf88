import { setTimeout as delay } from 'node:timers/promises'
import { topicsOf, type AnyCommand } from './command.ts'
import type { Answer, Change } from './group.ts'

/** More than this at once is a rush: further changes wait so long, to be stored together. */
const few = 3
const paceMs = 500

interface Waiting {
  change: Change
  resolve(answer: Promise<Answer>): void
}

/**
 * Writes changes that are in no hurry. Each change of a topic makes every page of it be read anew; so those of a rush
 * are handed to the writer together, twice a second, and single ones at once.
 */
export function unhurried(
  write: (change: Change) => Promise<Answer>,
): (command: AnyCommand, change: Change) => Promise<Answer> {
  const doors = new Map<string, Waiting[]>()

  async function letIn(name: string, door: Waiting[]): Promise<void> {
    while (door.length > 0) {
      const together = door.splice(0).map(({ change, resolve }) => {
        const written = write(change)
        resolve(written)
        return written
      })
      await Promise.allSettled(together)
      if (together.length > few) await delay(paceMs)
    }
    doors.delete(name)
  }

  return (command, change) =>
    new Promise((resolve) => {
      const name = `${change.command} ${topicsOf(command, change.input).join(' ')}`
      const door = doors.get(name)
      if (door) return void door.push({ change, resolve })
      const opened: Waiting[] = [{ change, resolve }]
      doors.set(name, opened)
      void letIn(name, opened)
    })
}
