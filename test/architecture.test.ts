import { dirname } from 'node:path'
import { test } from 'node:test'
import { all, kindOf, kinds, mayImport, none, order, product, sliceOf } from './sources.ts'

test('Time flows one way: a slice imports only what stands before it', () => {
  const wrong = product.flatMap(({ path, imports }) => {
    const here = sliceOf(path)
    if (!here) return []
    const later = imports.filter((one) => {
      const there = sliceOf(one.path)
      return there && order.indexOf(there) > order.indexOf(here)
    })
    return later.map((one) => `${path} imports ${one.path}`)
  })
  none(
    wrong,
    `The order is ${order.join(', ')}. Move what both need to the earlier slice, or let pages/ put the two together.`,
  )
})

test('Every file of a slice has one of the known names', () => {
  const known = new Set([...kinds, 'rules.test.ts', 'slice.test.ts', 'sample'])
  const wrong = all.filter(({ path }) => {
    if (!/^src\/(before|day|after|whole)\//.test(path)) return false
    return !known.has(kindOf(path) ?? '') && !known.has(path.split('/')[3]!)
  })
  none(
    wrong.map(({ path }) => path),
    `A slice holds ${[...known].join(', ')}. One that outgrows 300 lines becomes a folder of the same name, whose files are named after what is seen or done: views/ballot.ts.`,
  )
})

test('No file is named after a kind of code rather than a thing people do', () => {
  const empty = /\/(index|utils?|helpers?|common|types?|constants?|services?|shared|misc)(\.ts|\/)/
  const wrong = product.filter(({ path }) => empty.test(path)).map(({ path }) => path)
  none(wrong, 'Name the file after what is seen or done in it, and put what is shared where its meaning is.')
})

test('Capitals, plurals and lists of words are made in one place', () => {
  const own = /toUpperCase\(\) \+|\.slice\(0, -1\)\.join\(', '\)|=== 1 \? ''/
  const wrong = product.filter(
    ({ path, text }) =>
      path !== 'src/platform/text/english.ts' && !path.startsWith('src/client/') && own.test(text),
  )
  none(
    wrong.map(({ path }) => path),
    'Take capitalised, counted or listed of platform/text/english.ts.',
  )
})

test('Each file of a slice imports only what its kind may', () => {
  const wrong = product.flatMap(({ path, imports }) => {
    const kind = kindOf(path)
    if (!kind || !mayImport[kind]) return []
    return imports
      .filter((one) => {
        const other = kindOf(one.path)
        return (
          other !== undefined &&
          !mayImport[kind]!.includes(other) &&
          !(one.onlyTypes && (other === 'store' || (kind === 'views' && other === 'commands'))) &&
          // The files of one folder are one file that outgrew its size.
          !(other === kind && sliceOf(one.path) === sliceOf(path))
        )
      })
      .map((one) => `${path} imports ${one.path}`)
  })
  none(
    wrong,
    `rules are pure; store holds SQL; commands use rules and stores; views show plain props; routes put them together. ${JSON.stringify(mayImport)}`,
  )
})

test('Rules are pure: no store, no clock, no chance, no input or output', () => {
  const impure =
    /\bnew Date\(\)|Date\.now\(|Math\.random\(|randomUUID|Temporal\.Now|\bawait\b|\bfetch\(|process\./
  const wrong = product.filter(({ path, text, imports }) => {
    if (kindOf(path) !== 'rules') return false
    return (
      impure.test(text) ||
      imports.some((one) => one.path.startsWith('node:') || /kysely|fastify/.test(one.path))
    )
  })
  none(
    wrong.map(({ path }) => path),
    'Time and randomness are arguments of rules. What reads or writes belongs into store.ts or commands.ts.',
  )
})

test('Views wait for nothing and read no table', () => {
  const wrong = product.filter(
    ({ path, text, imports }) =>
      kindOf(path) === 'views' &&
      (/\bawait\b|\basync\b/.test(text) ||
        imports.some(
          (one) =>
            kindOf(one.path) === 'store' && !one.onlyTypes && !/^\{\s*(type\s+\w+,?\s*)+\}/.test(one.names),
        )),
  )
  none(
    wrong.map(({ path }) => path),
    'A view takes plain props and gives markup. Ask the store in routes.ts; import only types of stores (import type).',
  )
})

test('A form says which names it may be asked for', () => {
  const unnamed = /FormState<string>|\bform\.(values|errors)\[/
  const wrong = product.filter(({ path, text }) => !path.startsWith('src/platform/') && unnamed.test(text))
  none(
    wrong.map(({ path }) => path),
    'Name the fields: FormState<FieldsOf<typeof theCommand>>. Ask by asked, valueOf, valuesOf, errorOf or dayField.',
  )
})

test('A table is named only in the store of its own slice', () => {
  const owners = new Map<string, string>()
  for (const { path, text } of product) {
    const declared = /interface Tables \{([^}]*)\}/.exec(text)?.[1] ?? ''
    for (const [, table] of declared.matchAll(/^\s*(\w+):/gm))
      owners.set(
        table!,
        sliceOf(path) ? `src/${sliceOf(path)}` : dirname(path.replace(/\/store\/[^/]+$/, '/store.ts')),
      )
  }
  const naming = /(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin)\(\s*\[?'(\w+)/g
  const wrong = product.flatMap(({ path, text }) => {
    if (path.startsWith('src/migrations/')) return []
    const named = [...text.matchAll(naming)].map(([, table]) => table!)
    return named
      .filter((table) => {
        const owner = owners.get(table)
        // A join may read people's names beside a role; nothing else may reach into another's tables.
        if (table === 'people' && path.startsWith('src/before/networks/store')) return false
        return (
          owner !== undefined &&
          (owner.startsWith('src/platform')
            ? !path.startsWith('src/platform')
            : !path.startsWith(`${owner}/`))
        )
      })
      .map((table) => `${path} names ${table}, which belongs to ${owners.get(table)}`)
  })
  none(wrong, 'Call a function that the owning slice exports from its store; add one there if it is missing.')
})

test('Only commands and stores write', () => {
  const wrong = product.filter(
    ({ path, text }) =>
      !path.startsWith('src/platform/') &&
      !path.startsWith('src/migrations/') &&
      !['store', 'commands'].includes(kindOf(path) ?? '') &&
      /\b(insertInto|updateTable|deleteFrom)\(/.test(text),
  )
  none(
    wrong.map(({ path }) => path),
    'Dispatch a command; its store function does the writing.',
  )
})

test('A command does another only by asking the writer to', () => {
  const wrong = product.filter(
    ({ path, text }) => !path.startsWith('src/platform/store/') && /\.run(All)?\((tx|\w*[tT]x)\b/.test(text),
  )
  none(
    wrong.map(({ path }) => path),
    'Call circumstances.do(command, input): it is parsed, asked who may, and entered in the journal with its cause.',
  )
})

test('Every slice is listed, and the writer loads no view', () => {
  const folders = product.flatMap(
    ({ path }) => /^src\/((before|day|after|whole)\/[^/]+)\//.exec(path)?.[1] ?? [],
  )
  none(
    [...new Set(folders)].filter((slice) => !order.includes(slice)),
    'Give it a line in src/slices.ts, at its place in the story: what stands there is what tests and server know.',
  )
  const loaded = new Set<string>()
  const load = (path: string) => {
    if (loaded.has(path)) return
    loaded.add(path)
    for (const one of product.find((file) => file.path === path)?.imports ?? [])
      if (!one.onlyTypes && one.path.startsWith('src/')) load(one.path)
  }
  load('src/commands.ts')
  none(
    [...loaded].filter((path) =>
      ['views', 'routes', 'server', 'mail', 'thread'].includes(kindOf(path) ?? ''),
    ),
    'data.ts brings commands and what belongs to data; routes, views, letters and jobs come by server.ts.',
  )
})

test('No circle of files imports each other', () => {
  const next = new Map(
    product.map(({ path, imports }) => [
      path,
      imports
        .filter(({ names, onlyTypes }) => !onlyTypes && !/^\{(\s*type [\w ]+,?)+\s*\}\s*$/.test(names))
        .map((one) => one.path),
    ]),
  )
  // Kahn: what imports nothing that is left is taken away, until only circles are left.
  const left = new Map([...next].map(([path, targets]) => [path, targets.filter((one) => next.has(one))]))
  for (let before = Infinity; left.size < before;) {
    before = left.size
    for (const [path, targets] of left) if (!targets.some((one) => left.has(one))) left.delete(path)
  }
  none([...left.keys()], 'These are in a circle, or lead into one. Move what both need to a file of its own.')
})

test('The platform knows no noun of the mission', () => {
  const wrong = product.flatMap(({ path, imports }) =>
    path.startsWith('src/platform/')
      ? imports
          .filter((one) => /^src\/(before|day|after|whole|pages)\//.test(one.path))
          .map((one) => `${path} imports ${one.path}`)
      : [],
  )
  none(wrong, 'The platform is told what it needs by app.ts, as an argument.')
})

test('One file knows which database this is', () => {
  // The second keeps the file of the embedded database (decision 10).
  const knowing = ['dialect.ts', 'embedded.ts'].map((name) => `src/platform/store/${name}`)
  const dialect =
    /'(sqlite|postgres)'|node:sqlite|from 'pg'|import\('pg'\)|\bilike\b|\bfor update\b|\bnow\(\)`|json_extract|->>/
  const wrong = product.filter(({ path, text }) => !knowing.includes(path) && dialect.test(text))
  none(
    wrong.map(({ path }) => path),
    'Ask a question of platform/store/dialect.ts instead (or add one there), and keep to text, integer and real.',
  )
})

test('Only the configuration reads the environment', () => {
  const wrong = product.filter(
    ({ path, text }) => !['src/config.ts', 'src/cli.ts'].includes(path) && /process\.env/.test(text),
  )
  none(
    wrong.map(({ path }) => path),
    'Add the setting to config.ts and docs/running.md, and take it from the Config that is handed in.',
  )
})

test('A comment begins with the thing that it is about', () => {
  // A line of // that follows another is part of the same comment.
  const late = /(?:\/\*\*?[\s*]*|(?<!^\s*\/\/.*\n\s*)\/\/\s*)(?:[Ww]hat|[Ww]hether|[Ww]hoever)\b.*/gm
  const wrong = all.flatMap(({ path, text }) =>
    path.startsWith('src/') ? (text.match(late) ?? []).map((comment) => `${path}: ${comment}`) : [],
  )
  none(
    wrong,
    'Name the thing first, by its usual term: “The limits of a form” or “True while voting is open” rather than what or whether.',
  )
})

test('No file is longer than 300 lines', () => {
  const wrong = all
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  none(
    wrong.map(({ path, lines }) => `${path}: ${lines} lines`),
    'Make it a folder of the same name, with files named after what is seen or done.',
  )
})
