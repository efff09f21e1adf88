import { readFile } from 'node:fs/promises'
import { networkById, type NetworkRow } from '../../../before/networks/store/networks.ts'
import { operator } from '../../../platform/store/actor.ts'
import { isRefusal } from '../../../platform/store/command.ts'
import type { Store } from '../../../platform/store/store.ts'
import { systemSays } from '../../../platform/terminal/output.ts'
import {
  asJson,
  done,
  failed,
  Misused,
  Wrong,
  type Terminal,
  type Verb,
} from '../../../platform/terminal/verb.ts'
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
  progress?: Terminal['progress']
}

/** Checks a whole file, then takes its network in; or says everything that is wrong with it and changes nothing. */
export async function takeIn(
  store: Store,
  text: string,
  { as, notIdentifiers = false, progress = () => {} }: ImportChoices = {},
): Promise<Taken | { problems: Problem[] } | { refused: string }> {
  const [{ parseFile, networkNameIn, hasOwnMoment }, { checkFile }] = await Promise.all([
    import('../rules/parse.ts'),
    import('../rules/check.ts'),
  ])
  progress('Reading the file')
  const parsed = parseFile(text)
  const there = await networkById(store.db, as ?? networkNameIn(parsed) ?? '')
  progress('Checking the file')
  const checked = checkFile(parsed, {
    sections,
    moment: momentOf(store, there, hasOwnMoment(parsed)),
    notIdentifiers,
  })
  if ('problems' in checked) return checked
  const { without, rows } = checked
  progress('Importing')
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

/** The text of the file, or of standard input for `-`; and how problems name it. */
async function textOf(file: string, { read }: Terminal): Promise<{ text: string; name: string }> {
  if (file === '-') return { text: (await read()).toString('utf8'), name: 'standard input' }
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Wrong(
      error.code === 'ENOENT'
        ? `There is no file ${file}`
        : `${file} cannot be read: ${systemSays(error.code) ?? error.message}`,
    )
  })
  return { text, name: file }
}

const importing: Verb = {
  name: 'import',
  says: 'Take in a network file; checks all of it first',
  places: { FILE: 'the network file, or - for standard input' },
  options: {
    as: { takes: 'NAME', says: 'The name of the network in addresses, instead of the one in the file' },
    'not-identifiers': {
      says: 'Take in numbers that look like NHS numbers: you have looked, and they are none',
    },
    json: asJson('the network and what was imported, or the problems with their lines,'),
  },
  examples: ['network.yaml', '- --as trial < network.yaml'],
  async run(terminal, { places: [file = ''], options }) {
    const as = options['as'] as string | undefined
    if (as !== undefined && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(as)) {
      throw new Misused('The name after --as must be small letters, digits and -, as it stands in addresses')
    }
    const { text, name } = await textOf(file, terminal)
    const taken = await takeIn(await terminal.store(), text, {
      as,
      notIdentifiers: options['not-identifiers'] === true,
      progress: terminal.progress,
    })
    const { json } = options
    if ('problems' in taken) {
      if (json) terminal.say(JSON.stringify({ imported: false, problems: taken.problems }))
      else for (const { line, sentence } of taken.problems) terminal.complain(`${name}:${line}: ${sentence}`)
      const many = taken.problems.length
      terminal.complain(
        `Nothing was imported: ${many === 1 ? 'there is a problem' : `there are ${many} problems`}.`,
      )
      return failed
    }
    if ('refused' in taken) throw new Wrong(`${taken.refused} Nothing was imported.`)
    const { network, imported, rows } = taken
    const records = Object.fromEntries(
      Object.entries(rows).flatMap(([section, all]) => (all.length > 0 ? [[section, all.length]] : [])),
    )
    terminal.say(
      json
        ? JSON.stringify({ network, imported, records })
        : imported
          ? `Imported the network ${network}: ${counted(rows)}`
          : `The network ${network} is there already, just as in ${name}: nothing was changed`,
    )
    return done
  },
}

const exporting: Verb = {
  name: 'export',
  says: 'Write a network as a file; names and sign-in addresses are in it, the rest that is private only if named',
  places: { NETWORK: 'the network, as it stands in its address' },
  options: {
    with: {
      takes: 'NAMES',
      says: `Put in what is private: all, or any of ${privateNames(sections).join(',')} with commas between them`,
    },
    json: asJson('the same file'),
  },
  examples: ['adult-psychosocial > network.yaml', 'adult-psychosocial --with access-needs,votes'],
  async run(terminal, { places: [network = ''], options }) {
    const { without, unknown } = withoutOf(
      String(options['with'] ?? '')
        .split(',')
        .filter(Boolean),
    )
    if (unknown.length > 0) {
      throw new Misused(
        `After --with stand any of ${privateNames(sections).join(', ')}, or all; not ${unknown.join(', ')}`,
      )
    }
    terminal.progress(`Exporting ${network}`)
    const file = await networkFile((await terminal.store()).db, network, without)
    if (file === undefined) throw new Wrong(`There is no network ${network}`)
    if (options['json']) terminal.say(JSON.stringify((await import('yaml')).parse(file)))
    else terminal.write(file)
    if (without.length > 0)
      terminal.complain(
        `${leftOutSentence(without)} To put in what is left out: --with NAME,NAME of ${without.join(', ')}, or --with all.`,
      )
    return done
  },
}

export const movingVerbs: Verb[] = [importing, exporting]
