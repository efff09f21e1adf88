import { wordsOf } from '../../platform/store/search-words.ts'
import { z } from 'zod'

/** The makers of an idea; service users and carers are told apart from staff. */
export const coProducerKinds = ['service_users', 'carers', 'service_users_and_carers', 'staff'] as const
export type CoProducerKind = (typeof coProducerKinds)[number]

export const coProducerNames: Record<CoProducerKind, string> = {
  service_users: 'Service users',
  carers: 'Carers',
  service_users_and_carers: 'Service user and carer representatives',
  staff: 'Staff',
}

/** An address that a browser may follow to slides: of the web, and nothing else. */
const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address)

/** The reason why an address of slides cannot be followed, if it cannot. */
export const whyNoSlides = (address: string): string | undefined =>
  isWebAddress(address) ? undefined : 'Enter the address of the slides in full, starting with https://'

export const Named = z.object({ id: z.string(), name: z.string() })
export type Named = z.infer<typeof Named>

export const ShownCoProducerSchema = z.object({
  id: z.string(),
  kind: z.enum(coProducerKinds),
  recruitedBy: Named.nullable(),
  howMany: z.number().nullable(),
  note: z.string().nullable(),
})
export type ShownCoProducer = z.infer<typeof ShownCoProducerSchema>

export const named = (teams: readonly Named[], id: string): Named => ({
  id,
  name: teams.find((team) => team.id === id)?.name ?? id,
})

interface KeptCoProducer {
  id: string
  kind: CoProducerKind
  recruited_by: string | null
  how_many: number | null
  note: string | null
}

/** A smaller number of service users or carers could point at somebody. */
const smallestPublicCount = 3

/** Service users first, then carers, then those recorded together, then staff. Only the team and organisers see small counts. */
export const shownCoProducers = (
  coProducers: readonly KeptCoProducer[],
  teams: readonly Named[],
  { small }: { small: boolean },
): ShownCoProducer[] =>
  coProducerKinds.flatMap((kind) =>
    coProducers
      .filter((one) => one.kind === kind)
      .map(({ id, recruited_by, how_many, note }) => ({
        id,
        kind,
        recruitedBy: recruited_by === null ? null : named(teams, recruited_by),
        howMany: small || kind === 'staff' || (how_many ?? 0) >= smallestPublicCount ? how_many : null,
        note,
      })),
  )

interface Told {
  id: string
  title: string
  problem: string | null
}

const fewestShared = 2
const mostSimilar = 5

/**
 * Ideas that may be the same as one that somebody writes: their titles share at least two telling words with its title,
 * and half of the shorter one's. The most alike first; at most five.
 */
export function similarIdeas<Idea extends Told>(title: string, ideas: readonly Idea[]): Idea[] {
  const asked = new Set(wordsOf(title))
  return ideas
    .map((idea) => {
      const words = wordsOf(idea.title)
      const shared = words.filter((word) => asked.has(word)).length
      return { idea, shared, of: Math.min(words.length, asked.size) }
    })
    .filter(({ shared, of }) => shared >= fewestShared && shared * 2 >= of)
    .toSorted((a, b) => b.shared - a.shared || (a.idea.id < b.idea.id ? -1 : 1))
    .slice(0, mostSimilar)
    .map(({ idea }) => idea)
}
