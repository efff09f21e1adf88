import { networkById, type NetworkRow } from '../../../before/networks/store/networks.ts'
import type { Store } from '../../../platform/store/store.ts'
import {
  asJson,
  done,
  failed,
  Misused,
  Wrong,
  type Terminal,
  type Verb,
} from '../../../platform/terminal/verb.ts'
import { largestFile } from '../rules/largest.ts'
import type { Problem } from '../rules/problems.ts'
import { networkFile, withoutOf } from '../store/file.ts'
import { bringIn } from './bringing.ts'
import { bytesOf } from './reading.ts'
import { leftOutSentence, privateNames } from '../rules/private.ts'
import { sections } from '../../../slices.ts'

export interface Imported {
  network: string
  imported: boolean
  /** The number of records in each section. */
  counts: Record<string, number>
}

export interface ImportChoices {
  as?: string | undefined
  notIdentifiers?: boolean
  progress?: Terminal['progress']
}

/** Checks a whole file, then takes its network in; or says everything that is wrong with it and changes nothing. */
export async function takeIn(
  store: Store,
  file: string | Uint8Array,
  { as, notIdentifiers = false, progress = () => {} }: ImportChoices = {},
): Promise<Imported | { problems: Problem[]; more: number } | { refused: string }> {
  const [{ parseFile, networkNameIn, hasOwnMoment }, { checkFile }] = await Promise.all([
    import('../rules/parse.ts'),
    import('../rules/check.ts'),
  ])
  progress('Reading the file')
  const parsed = parseFile(file)
  const there = await networkById(store.db, as ?? networkNameIn(parsed) ?? '')
  progress('Checking the file')
  const checked = checkFile(parsed, {
    sections,
    moment: momentOf(store, there, hasOwnMoment(parsed)),
    notIdentifiers,
    havingRead: lettingGo(),
  })
  if ('problems' in checked) return checked
  const network = as ?? checked.network
  const brought = await bringIn(store, network, checked, { progress })
  return 'refused' in brought ? brought : { network, ...brought, counts: checked.counts }
}

/** Parts of a file after which read ones are let go: less than a megabyte. */
const partsBetween = 24

/**
 * Frees the read parts of a large file before the heap grows to the size at which Node would do it by itself. Does
 * nothing without `--expose-gc`.
 */
function lettingGo(): () => void {
  let parts = 0
  return () => {
    parts += 1
    if (parts % partsBetween === 0) void globalThis.gc?.()
  }
}

/** Days such as `today` are counted from the first import, so that the second finds nothing to change. */
const momentOf = (store: Store, there: NetworkRow | undefined, own: boolean) =>
  there && !own ? there.created_at : store.now()

const counted = (counts: Record<string, number>) =>
  sections
    .filter(({ name }) => name !== 'network' && counts[name])
    .map(({ name }) => `${counts[name]} ${name}`)
    .join(', ')

/** Bytes of the file, or of standard input for `-`; its name in problems. */
async function bytesFrom(file: string, { read }: Terminal): Promise<{ bytes: Uint8Array; name: string }> {
  if (file === '-') return { bytes: await read(largestFile), name: 'standard input' }
  return { bytes: await bytesOf(file), name: file }
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
    const { bytes, name } = await bytesFrom(file, terminal)
    const taken = await takeIn(await terminal.store(), bytes, {
      as,
      notIdentifiers: options['not-identifiers'] === true,
      progress: terminal.progress,
    })
    const { json } = options
    if ('problems' in taken) {
      if (json) terminal.say(JSON.stringify({ imported: false, problems: taken.problems, more: taken.more }))
      else for (const { line, sentence } of taken.problems) terminal.complain(`${name}:${line}: ${sentence}`)
      const many = taken.problems.length + taken.more
      if (taken.more > 0 && !json) terminal.complain(`… and ${taken.more} more`)
      terminal.complain(
        `Nothing was imported: ${many === 1 ? 'there is a problem' : `there are ${many} problems`}.`,
      )
      return failed
    }
    if ('refused' in taken) throw new Wrong(`${taken.refused} Nothing was imported.`)
    const { network, imported, counts: records } = taken
    terminal.say(
      json
        ? JSON.stringify({ network, imported, records })
        : imported
          ? `Imported the network ${network}: ${counted(records)}`
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

export const verbs: Verb[] = [importing, exporting]
