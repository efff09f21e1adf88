import { networkById } from '../before/networks/store/networks.ts'
import { organisers } from '../before/networks/store/roles.ts'
import { markOf, type NetworkKind } from '../before/networks/rules.ts'
import { dayState } from '../before/events/rules.ts'
import { eventById } from '../before/events/store.ts'
import { personById } from '../before/people/store.ts'
import { attendeeById } from '../before/sign-ups/store.ts'
import { html, type Html } from '../platform/face/html.ts'
import { page, type PageProps } from '../platform/face/page.ts'
import type { Frame } from '../platform/http/page-renderer.ts'
import type { FormState } from '../platform/form/state.ts'
import { surround } from '../platform/http/bare-page.ts'
import type { RequestContext } from '../platform/http/site.ts'
import type { Store } from '../platform/store/store.ts'
import { paths } from '../paths.ts'
import { navigationOf, spreadPills } from './navigation.ts'

/** The whole page around a slice's part: header, marks, flash message, footer. */
export async function frame({ content, visit, form, flash }: Frame): Promise<Html> {
  const about = visit.nouns['network'] ?? content.network
  const network = about ? await networkById(visit.db, about) : undefined
  return page({
    title: network ? placed(content.title, network.name) : content.title,
    content: html`${network && spreadPills(network.id, visit.url)}${content.body}`,
    ...surround(visit.config),
    ...(await accountOf(visit)),
    ...(network && { mark: markOf(network.kind) }),
    ...(network && !content.phone && !content.bare && { navigation: await wayThrough(visit, network.id) }),
    ...(content.back && { back: content.back }),
    ...(content.crumbs && { crumbs: content.crumbs }),
    ...(flash && { flash }),
    ...(form && { errors: summaryOf(form) }),
    sender: visit.sender,
    ...(content.kept && { kept: true, now: visit.now }),
    ...(content.live && { live: content.live }),
    ...(content.wide && { wide: true }),
    ...(content.phone && { phone: true }),
    ...(content.bare && { bare: content.bare }),
  })
}

/**
 * The mark on every page, file and answer about a network that is a demonstration or a rehearsal. It is asked for with
 * every vote, so it is cached until the network changes.
 */
export function marksOf(
  store: Pick<Store, 'onRevised'>,
): (visit: RequestContext) => Promise<string | undefined> {
  const kinds = new Map<string, NetworkKind>()
  store.onRevised((revised) => {
    for (const { topic } of revised) if (topic.startsWith('network:')) kinds.delete(topic.slice(8))
  })
  return async ({ nouns, db }) => {
    const id = nouns['network']
    if (!id) return undefined
    const kind = kinds.get(id) ?? (await networkById(db, id))?.kind
    if (!kind) return undefined
    kinds.set(id, kind)
    return markOf(kind)
  }
}

const wayThrough = async ({ db, actor, url }: RequestContext, network: string) =>
  navigationOf(network, url, actor.kind === 'person' && (await organisers.allows(db, { network }, actor)))

/** Pages of the same name in two networks are told apart in tabs and in a browser's history. */
const placed = (title: string, network: string) => (title.includes(network) ? title : `${title} – ${network}`)

function summaryOf({ errors, general }: FormState) {
  const list = Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))
  return general ? [{ text: general }, ...list] : list
}

async function accountOf(visit: RequestContext): Promise<Pick<PageProps, 'account' | 'signIn'>> {
  if (visit.actor.kind === 'public') return { signIn: paths.signIn({}) }
  const person = visit.actor.kind === 'person' ? await personById(visit.db, visit.actor.id) : undefined
  const fields = html`<input type="hidden" name="_token" value="${visit.token}" />`
  const day = await dayOf(visit)
  const me = person ? { href: paths.me({}), ...(day && { day }) } : day && { href: day }
  return {
    account: { name: person?.name ?? 'My day', ...me, signOut: { action: paths.signOut({}), fields } },
  }
}

/** The event whose day somebody follows: their own, or that of the page. */
async function eventOf({ db, nouns, actor }: RequestContext): Promise<{ network?: string; event?: string }> {
  if (actor.kind !== 'attendee') return nouns
  const own = await attendeeById(db, actor.network, actor.id)
  return own ? { network: actor.network, event: own.event_id } : {}
}

/** The way back to Now, from every other page on the day itself; for organisers to the Desk. */
async function dayOf(visit: RequestContext): Promise<string | undefined> {
  const { network, event } = await eventOf(visit)
  if (!network || !event) return undefined
  const { db, actor, url } = visit
  const runs = actor.kind === 'person' && (await organisers.allows(db, { network }, actor))
  const way = runs ? paths.desk({ network, event }) : paths.now({ network, event })
  if (url.split('?')[0] === way) return undefined
  const row = await eventById(db, network, event)
  return row && dayState(row, visit.now) === 'today' ? way : undefined
}
