import { readFile } from 'node:fs/promises'
import { networkById, type NetworkRow } from '../../../before/networks/store/networks.ts'
import { operator } from '../../../platform/store/actor.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import type { Store } from '../../../platform/store/store.ts'
import { done, failed, Wrong, type Verb } from '../../../platform/terminal/verb.ts'
import { importNetwork } from '../commands.ts'
import type { FileRows } from '../rules/check.ts'
import type { Problem } from '../rules/problems.ts'
import { networkFile, withoutOf } from '../store/file.ts'
import { leftOutSentence, privateNames } from '../rules/private.ts'
import { sections } from '../store/sections.ts'

export interface Taken {
  network: string
  imported: boolean
  rows: FileRows
}

export interface ImportChoices {
  as?: string | undefined
  notIdentifiers?: boolean
}

/** Checks a whole file, then takes its network in; or says everything that is wrong with it and changes nothing. */
export async function takeIn(
  store: Store,
  text: string,
  { as, notIdentifiers = false }: ImportChoices = {},
): Promise<Taken | { problems: Problem[] } | { refused: string }> {
  const [{ parseFile, networkNameIn, hasOwnMoment }, { checkFile }] = await Promise.all([
    import('../rules/parse.ts'),
    import('../rules/check.ts'),
  ])
  const parsed = parseFile(text)
  const there = await networkById(store.db, as ?? networkNameIn(parsed) ?? '')
  const checked = checkFile(parsed, {
    sections,
    moment: momentOf(store, there, hasOwnMoment(parsed)),
    notIdentifiers,
  })
  if ('problems' in checked) return checked
  const { without, rows } = checked
  const answer = await store.dispatch(
    importNetwork,
    { network: as ?? checked.network, without, rows },
    { actor: operator },
  )
  return isRefusal(answer) ? answer : { network: answer.id, imported: answer.imported, rows }
}

/** Days such as `today` are counted from the first import, so that the second finds nothing to change. */
const momentOf = (store: Store, there: NetworkRow | undefined, own: boolean) =>
  there && !own ? there.created_at : store.now()

const counted = (rows: FileRows) =>
  Object.entries(rows)
    .filter(([name, all]) => name !== 'network' && all.length > 0)
    .map(([name, all]) => `${all.length} ${name}`)
    .join(', ')

const importing: Verb = {
  name: 'import',
  takes: 'FILE [--as NAME] [--not-identifiers]',
  says: 'Take in a network file; checks all of it first',
  places: 1,
  options: { as: { type: 'string' }, 'not-identifiers': { type: 'boolean' } },
  async run(terminal, { places: [file = ''], options }) {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Wrong(
        error.code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read: ${error.message}`,
      )
    })
    const as = options['as'] as string | undefined
    if (as !== undefined && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(as)) {
      throw new Wrong('The name after --as must be small letters, digits and -, as it stands in addresses')
    }
    const taken = await takeIn(await terminal.store(), text, {
      as,
      notIdentifiers: options['not-identifiers'] === true,
    })
    if ('problems' in taken) {
      for (const { line, sentence } of taken.problems) terminal.complain(`${file}:${line}: ${sentence}`)
      const many = taken.problems.length
      terminal.complain(
        `Nothing was imported: ${many === 1 ? 'there is a problem' : `there are ${many} problems`}.`,
      )
      return failed
    }
    if ('refused' in taken) throw new Wrong(`${taken.refused} Nothing was imported.`)
    terminal.say(
      taken.imported
        ? `Imported the network ${taken.network}: ${counted(taken.rows)}`
        : `The network ${taken.network} is there already, just as in ${file}: nothing was changed`,
    )
    return done
  },
}

const exporting: Verb = {
  name: 'export',
  takes: `NETWORK [--with ${privateNames(sections).join(',')}]`,
  says: 'Write a network as a file; names and sign-in addresses are in it, the rest that is private only if named',
  places: 1,
  options: { with: { type: 'string' } },
  async run(terminal, { places: [network = ''], options }) {
    const { without, unknown } = withoutOf(
      String(options['with'] ?? '')
        .split(',')
        .filter(Boolean),
    )
    if (unknown.length > 0) {
      throw new Wrong(
        `After --with stand any of ${privateNames(sections).join(', ')}, or all; not ${unknown.join(', ')}`,
      )
    }
    const file = await networkFile((await terminal.store()).db, network, without)
    if (file === undefined) throw new Wrong(`There is no network ${network}`)
    terminal.write(file)
    if (without.length > 0)
      terminal.complain(
        `${leftOutSentence(without)} To put in what is left out: --with NAME,NAME of ${without.join(', ')}, or --with all.`,
      )
    return done
  },
}

export const movingVerbs: Verb[] = [importing, exporting]
