import { Wrong } from './verb.ts'

type Stream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'on'>

export interface Output {
  write(text: string): void
  complain(text: string): void
  /** Shown on standard error: only when work is long, and on a screen in one line. */
  progress(doing: string): void
  /** Resolves when all has been written; throws a sentence when it could not be. */
  ended(): Promise<void>
}

/** On a screen somebody waits; a file is read later, and wants few lines. */
const firstAfterMs = { screen: 1000, file: 10_000 }
const everyMs = { screen: 200, file: 10_000 }

/** The output of a program: the result on standard output, everything else on standard error. */
export function openOutput(out: Stream, err: Stream, now: () => number = () => performance.now()): Output {
  let wrong: NodeJS.ErrnoException | undefined
  let nextAt = now() + (err.isTTY ? firstAfterMs.screen : firstAfterMs.file)
  let isShowing = false
  let latest = ''
  let later: NodeJS.Timeout | undefined
  out.on('error', (error: NodeJS.ErrnoException) => void (wrong ??= error))
  // Nobody is left to be told.
  err.on('error', () => {})
  const clear = () => {
    if (isShowing) err.write('\r\x1b[K')
    isShowing = false
  }
  const show = () => {
    clearTimeout(later)
    later = undefined
    nextAt = now() + (err.isTTY ? everyMs.screen : everyMs.file)
    clear()
    err.write(err.isTTY ? latest : `${latest}\n`)
    isShowing = err.isTTY === true
  }
  return {
    write(text) {
      clear()
      if (!wrong) out.write(text)
    },
    complain(text) {
      clear()
      err.write(text)
    },
    progress(doing) {
      latest = doing
      if (now() >= nextAt) show()
      else later ??= setTimeout(show, nextAt - now()).unref()
    },
    async ended() {
      clearTimeout(later)
      clear()
      await new Promise<void>((resolve) => out.write('', () => resolve()))
      if (wrong) throw new Wrong(whyNotWritten(wrong))
    },
  }
}

function whyNotWritten({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EPIPE') return 'What was to read the output ended early, so not all of it was written'
  return `Not all of the output could be written: ${systemSays(code) ?? message}`
}

const says: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be stored there',
  EFBIG: 'no more may be stored there',
  EROFS: 'nothing can be written there',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EIO: 'the disk does not work',
}

/** An error of the operating system in words. */
export const systemSays = (code: string | undefined): string | undefined => says[code ?? '']

/** A sentence for a refusal of the operating system; nothing for a bug. */
export function refusedBySystem(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException
  const why = systemSays(code)
  return why && (path ? `${path}: ${why}` : `It cannot be done: ${why}`)
}
