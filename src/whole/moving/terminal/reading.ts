import { open, type FileHandle } from 'node:fs/promises'
import { Wrong } from '../../../platform/terminal/verb.ts'
import { largestFile, tooLarge } from '../rules/largest.ts'

/** A file that tells its size is read at once, without a copy of all of it; others in small parts. */
const leastAtOnce = 64 * 1024

/**
 * A file's bytes. A file that is too large is refused by its size, before it is read; a pipe or a device, which has no
 * size, when it has given more than any network is.
 */
export async function bytesOf(name: string): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(name)
    const { size: told } = await file.stat()
    if (told > largestFile) throw new Wrong(`${name}: ${tooLarge}`)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of file.createReadStream({
      autoClose: false,
      highWaterMark: Math.max(told, leastAtOnce),
    }) as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > largestFile) throw new Wrong(`${name}: ${tooLarge}`)
      chunks.push(chunk)
    }
    return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof Wrong) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Wrong(`There is no file ${name}`)
    throw new Wrong(code === 'EISDIR' ? `${name} is a folder` : `${name} cannot be read: ${message}`)
  } finally {
    await file?.close()
  }
}
