import { readFileSync } from 'node:fs'

/** Name and version of this program. */
export const about = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  name: string
  version: string
}
