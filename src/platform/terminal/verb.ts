import type { Config } from '../../config.ts'
import type { Store } from '../store/store.ts'

/** How a verb ends: done, something was wrong with what it was asked to do, or it was called wrongly. */
export const done = 0
export const failed = 1
export const misused = 2

/** What a verb works with; nothing is opened before it is asked for. */
export interface Terminal {
  config: Config
  /** The configured store, opened at the first call and closed when the verb has ended. */
  store(): Promise<Store>
  say(line: string): void
  /** Text that is the result itself, as it is. */
  write(text: string): void
  complain(line: string): void
  /** All of standard input. */
  read(): Promise<string>
}

/** What stood behind the verb: the words in their order, the options by name. */
export interface Words {
  places: string[]
  options: Record<string, string | boolean | undefined>
}

/** Something that is done from the command line. */
export interface Verb {
  name: string
  /** What follows the name, as help shows it, such as `FILE [--as NAME]`. */
  takes?: string
  /** What it does, in one line of help. */
  says: string
  /** How many words follow the name. */
  places?: number
  options?: Record<string, { type: 'string' | 'boolean' }>
  /** What stands for settings that the environment does not have. */
  settings?: Record<string, string>
  /** Answers `done`, `failed` or `misused`. */
  run(terminal: Terminal, words: Words): Promise<number>
}

/** A sentence for whoever typed the command; any other exception is a bug. */
export class Wrong extends Error {}
