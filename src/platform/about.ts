import { readFileSync } from 'node:fs'

/** What this is, and in which version. */
export const about = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  name: string
  version: string
}
