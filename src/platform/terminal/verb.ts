import type { Config } from '../../config.ts'
import type { Store } from '../store/store.ts'

/** Exit codes of a verb: done, something was wrong with the thing it was asked to do, or it was called wrongly. */
export const done = 0
export const failed = 1
export const misused = 2

/** The tools of a verb; nothing is opened before it is asked for. */
export interface Terminal {
  config: Config
  /** The configured store, opened at the first call and closed when the verb has ended. */
  store(): Promise<Store>
  say(line: string): void
  /** Text that is the result itself, as it is. */
  write(text: string): void
  complain(line: string): void
  /** The progress of long work, such as `Copying: 40 %`; shown only where somebody would begin to wonder. */
  progress(doing: string): void
  /** All of standard input, refused when it is longer than so many bytes. */
  read(most?: number): Promise<Buffer>
}

/** The arguments of the verb: the words in their order, the options by name. */
export interface Words {
  places: string[]
  options: Record<string, string | boolean | undefined>
}

export interface Option {
  /** The explanation that help gives. */
  says: string
  /** The value that follows, as help shows it, such as `NAME`; without one it is a switch. */
  takes?: string
  /** The value must be a number. */
  number?: boolean
}

/** Something that is done from the command line. */
export interface Verb {
  name: string
  /** The verb in one line of help. */
  says: string
  /** The words that follow the name, as help shows and explains them: `{ FILE: 'the file to read' }`. */
  places?: Record<string, string>
  options?: Record<string, Option>
  /** Examples of arguments after the name. */
  examples?: string[]
  /** Stand-ins for settings that the environment does not have. */
  settings?: Record<string, string>
  /** Answers `done`, `failed` or `misused`. */
  run(terminal: Terminal, words: Words): Promise<number>
}

/** For programs that read a verb's output. */
export const asJson = (what: string): Option => ({ says: `Print ${what} as JSON, for programs` })

/** A sentence for the person at the terminal; any other exception is a bug. */
export class Wrong extends Error {}

/** An error about the words, not about their subject. */
export class Misused extends Wrong {}
