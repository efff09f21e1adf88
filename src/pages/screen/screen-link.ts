import type { AtEvent } from '../../before/events/rules.ts'
import { normaliseCode } from '../../platform/auth/codes.ts'
import { dayAndTime } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { Db } from '../../platform/store/database.ts'
import { isLive } from '../../day/programme/rules/links.ts'
import { linkByCode, type DayLinkRow } from '../../day/programme/store/links.ts'
import type { RequestContext } from '../../platform/http/site.ts'
import { largeMark, screenColumns } from './page.ts'
import { presenterPage, presenterPart, presentingAt } from './presenter.ts'
import { screenOf, type OnScreen } from './reading.ts'
import { screenPart } from './views.ts'

/** The link for a machine without a person; it shows everybody the same. */
export const linkTyped = (db: Db, typed: string): Promise<DayLinkRow | undefined> =>
  linkByCode(db, normaliseCode(typed))

const ended = (link: DayLinkRow): Html =>
  html`<h1 class="app-gone" data-announce="This link has ended">This link has ended</h1>
    <p>
      ${link.ended_at ? 'The organisers have ended it.' : `It worked until ${dayAndTime(link.expires_at)}.`}
      Ask them for a new one.
    </p>`

const screenInside = (shown: OnScreen, link: DayLinkRow): Html =>
  html`${largeMark(link.large === 1)} ${screenPart(shown, link.shows)}`

const atOf = ({ network_id, event_id }: DayLinkRow) => ({ network: network_id, event: event_id })

/** The part that changes of the page that the link opens: it ends on the screen as soon as the link has ended. */
export async function shownPart(db: Db, nouns: AtEvent & { code: string }, now: string): Promise<Html> {
  const link = await linkByCode(db, nouns.code)
  if (!link || link.network_id !== nouns.network || link.event_id !== nouns.event) return html``
  if (!isLive(link, now)) return ended(link)
  if (link.opens === 'presenter') {
    const presenting = await presentingAt(db, atOf(link), now)
    return presenting ? presenterPart(presenting) : html``
  }
  const shown = await screenOf(db, atOf(link), now, link.shows)
  return shown ? screenInside(shown, link) : html``
}

export interface Opened {
  link: DayLinkRow
  name: string
  body: Html
  status?: 410
}

/** The whole page that a link opens. */
export async function openedBy(visit: RequestContext<{ code: string }>): Promise<Opened | undefined> {
  const { db, nouns, now, query } = visit
  const link = await linkTyped(db, nouns.code)
  if (!link) return undefined
  const shown = await screenOf(db, atOf(link), now, link.shows)
  if (!shown) return undefined
  const { name } = shown.event
  if (!isLive(link, now)) return { link, name, body: html`<div>${ended(link)}</div>`, status: 410 }
  const presenting = link.opens === 'presenter' ? await presentingAt(db, atOf(link), now) : undefined
  const inside = presenting
    ? presenterPage(presenting, 'show', false)
    : screenColumns({
        shown,
        part: 'show',
        inside: screenInside(shown, link),
        whole: (path) => visit.address(path),
        more: html`<p data-refresh><a href="">Refresh</a></p>`,
      })
  // Its own clock may be wrong, so it is told how long there is, not until when.
  const left = Math.max(0, Date.parse(link.expires_at) - Date.parse(now))
  const body = html`${largeMark(query['print'] === 'large')}
    <div class="app-shown" data-ends-in="${left}">${inside}</div>`
  return { link, name, body }
}
