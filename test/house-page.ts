import { sections } from '../src/slices.ts'
import { order, product, sliceOf } from './sources.ts'

const short = (slice: string) => slice.split('/')[1]!.replaceAll('-', '_')

/**
 * The imports of each slice at run time from slices that stand before it, without those that they import themselves.
 */
function arrows(): [string, string][] {
  const direct = new Map<string, Set<string>>()
  for (const { path, imports } of product) {
    const here = sliceOf(path)
    if (!here) continue
    const known = direct.get(here) ?? new Set()
    for (const one of imports) {
      const there = sliceOf(one.path)
      if (there && there !== here && !one.onlyTypes) known.add(there)
    }
    direct.set(here, known)
  }
  const reach = (slice: string): Set<string> =>
    new Set([...(direct.get(slice) ?? [])].flatMap((one) => [one, ...reach(one)]))
  return order.flatMap((slice) => {
    const targets = [...(direct.get(slice) ?? [])]
    return targets
      .filter((one) => !targets.some((other) => other !== one && reach(other).has(one)))
      .sort()
      .map((one): [string, string] => [slice, one])
  })
}

function slicesPicture(): string {
  const there = order.filter((slice) => product.some(({ path }) => sliceOf(path) === slice))
  const chapters = Map.groupBy(there, (slice) => slice.split('/')[0]!)
  return [
    'flowchart LR',
    ...[...chapters].flatMap(([chapter, slices]) => [
      `  subgraph ${chapter}`,
      ...slices.map((slice) => `    ${short(slice)}["${slice.split('/')[1]}"]`),
      '  end',
    ]),
    ...arrows().map(([from, to]) => `  ${short(from)} --> ${short(to)}`),
  ].join('\n')
}

const typeOf = (kind: string) => ({ number: 'integer', decimal: 'real', 'yes-no': 'integer' })[kind] ?? 'text'

function tablesPicture(): string {
  const tableOf = new Map(sections.map(({ name, table }) => [name, table]))
  const entities = sections.flatMap(({ table, fields }) => [
    `  ${table} {`,
    ...Object.values(fields).map(
      ({ column, kind }) =>
        `    ${typeOf(kind)} ${column}${kind === 'id' ? ' PK' : kind === 'reference' ? ' FK' : ''}`,
    ),
    '  }',
  ])
  const references = sections.flatMap(({ table, fields }) =>
    Object.values(fields)
      .filter(({ kind }) => kind === 'reference')
      .map(
        ({ section, column, required }) =>
          `  ${tableOf.get(section!)} ${required ? '||' : '|o'}--o{ ${table} : ${column}`,
      ),
  )
  return ['erDiagram', ...entities, ...references].join('\n')
}

const drawn = (picture: string) => `\`\`\`mermaid\n${picture}\n\`\`\`\n`

/** docs/house.md: pictures made from the source, which a test holds against it. */
export const housePage = (): string => `# The house as it is

Made from the source by \`node bin/describe.js\`; [the tour](tour.md) says what the words mean.

## The slices

An arrow leads from a slice to one that it uses. What it uses by way of another is left out.

${drawn(slicesPicture())}
## The tables of a network

Each has \`network_id\` before these columns; keys are the network and the id together. Tables that stay on a server (the
journal, sessions, what is counted) are not drawn.

${drawn(tablesPicture())}`
