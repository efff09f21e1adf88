import { markOf } from '../../../before/networks/rules.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import type { Db } from '../../../platform/store/database.ts'
import { privateNames, representatives } from '../rules/private.ts'
import { networkRows } from './networks.ts'
import { sections } from '../../../slices.ts'

/** The names that can be asked for, and those of them that were not. */
export const withoutOf = (asked: readonly string[]): { without: string[]; unknown: string[] } => {
  const names = privateNames(sections)
  const together = ['lived-experience', representatives]
  const given = together.some((name) => asked.includes(name)) ? [...asked, ...together] : asked
  return {
    without: asked.includes('all') ? [] : names.filter((name) => !given.includes(name)),
    unknown: asked.filter((name) => name !== 'all' && !names.includes(name)),
  }
}

/** A network as a file, or nothing where there is no such network. */
export async function networkFile(db: Db, network: string, without: string[]): Promise<string | undefined> {
  const found = await networkById(db, network)
  const rows = await networkRows(db, network)
  if (!found || !rows) return undefined
  // The server starts, and its writer works, without the YAML library.
  const { writeFile } = await import('../rules/write.ts')
  return writeFile(rows, { sections, without, mark: markOf(found.kind) })
}
