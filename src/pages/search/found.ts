import { decisionsOf } from '../../after/reviews/store/minutes.ts'
import { searchIdeas } from '../../before/ideas/store.ts'
import { teamsOf } from '../../before/networks/store/networks.ts'
import { asksOf } from '../../day/asks/store.ts'
import { pledgesOf } from '../../day/pledges/store.ts'
import type { Db } from '../../platform/store/database.ts'
import { askedWords, holdsAll, wordsFound } from '../../platform/store/search-index.ts'
import { wordsOf } from '../../platform/store/search-words.ts'
import { paths } from '../../paths.ts'

/** A record that was found: its words, and where it belongs. */
export interface Found {
  text: string
  sub: string
  href: string
}

export interface FoundGroup {
  title: string
  found: Found[]
}

interface Kept {
  id: string
  network_id: string
  team_id?: string | null
}

/** Everything of a network in which every word of a query begins some word; with no telling word, nothing. */
export async function findIn(
  db: Db,
  network: string,
  query: string,
  teamsTitle: string,
): Promise<{ groups: FoundGroup[]; telling: boolean }> {
  const words = askedWords(query)
  if (words.length === 0) return { groups: [], telling: false }
  const [teams, index, ideas, pledges, asks, decisions] = await Promise.all([
    teamsOf(db, network),
    wordsFound(db, network, words),
    searchIdeas(db, network, query),
    pledgesOf(db, network),
    asksOf(db, network),
    decisionsOf(db, network),
  ])
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const holds = (kind: string, { id, team_id }: Kept) =>
    holdsAll(words, [...(index.get(kind)?.get(id) ?? []), ...(team_id ? wordsOf(nameOf(team_id)) : [])])
  const groups: FoundGroup[] = [
    {
      title: teamsTitle,
      found: teams
        .filter(({ name }) => holdsAll(words, wordsOf(name)))
        .map(({ id, name }) => ({ text: name, sub: '', href: paths.team({ network, team: id }) })),
    },
    {
      title: 'Change ideas',
      found: ideas.ideas.map(({ id, title, team_id }) => ({
        text: title,
        sub: nameOf(team_id),
        href: paths.idea({ network, idea: id }),
      })),
    },
    {
      title: 'Pledges',
      found: pledges
        .filter((one) => one.what !== null && holds('pledges', one))
        .map(({ id, event_id, team_id, what }) => ({
          text: what!,
          sub: nameOf(team_id),
          href: paths.pledge({ network, event: event_id, pledge: id }),
        })),
    },
    {
      title: 'Asks',
      found: asks
        .filter((one) => !one.withdrawn_at && holds('asks', one))
        .map(({ id, team_id, what }) => ({
          text: what,
          sub: nameOf(team_id),
          href: paths.ask({ network, ask: id }),
        })),
    },
    {
      title: 'Decisions',
      found: decisions
        .filter((one) => holds('review_decisions', one))
        .map(({ review_id, what }) => ({
          text: what,
          sub: 'at a meeting',
          href: paths.review({ network, review: review_id }),
        })),
    },
  ]
  return { groups: groups.filter(({ found }) => found.length > 0), telling: true }
}
