// Keeps a disk busy, as a backup or a neighbour's database does: writes 4 MB and waits until they are on the disk, over
// and over. A vote is acknowledged when it is on the disk: it cannot be faster than two such waits at the worst.
import { fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const file = openSync(join(process.argv[2]!, 'busy'), 'w')
const bytes = Buffer.alloc(4 * 1024 * 1024, 'x')
for (;;) {
  writeSync(file, bytes, 0, bytes.length, 0)
  fsyncSync(file)
}
