// Keeps a disk busy, as a backup or a neighbour does: writes 32 MB and waits until they are on the disk, over and over.
import { fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const file = openSync(join(process.argv[2]!, 'busy'), 'w')
const bytes = Buffer.alloc(32 * 1024 * 1024, 'x')
for (;;) {
  writeSync(file, bytes, 0, bytes.length, 0)
  fsyncSync(file)
}
