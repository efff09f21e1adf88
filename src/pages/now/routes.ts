import { everyone } from '../../platform/store/command.ts'
import type { Site } from '../../platform/http/site.ts'
import { paths } from '../../paths.ts'
import { screenPart } from '../screen/views.ts'
import { screenOf } from '../screen/reading.ts'
import { streamOf, theDay, topicOf } from './day.ts'
import { minePart, mineOf } from './mine.ts'
import { nowPage, nowPart } from './views.ts'
import { html } from '../../platform/face/html.ts'

/** One page for the whole day: what to do now, for everyone and for this attendee. */
export function nowPages(site: Site): void {
  site.page({
    at: paths.now,
    who: everyone,
    async read({ db, nouns, actor, now }) {
      const live = await streamOf(db, nouns, 'now')
      const day = await theDay(db, nouns, now)
      return day && { live, day, mine: await mineOf(db, day, actor) }
    },
    show: ({ live, day, mine }, visit) => ({
      title: `Now: ${day.event.name}`,
      live,
      phone: true,
      body: nowPage(day, minePart(day, mine, visit)),
    }),
  })
  site.file({
    at: paths.myNow,
    who: everyone,
    async read(visit) {
      const { db, nouns, actor, now } = visit
      const day = await theDay(db, nouns, now)
      if (!day) return undefined
      return {
        type: 'text/html; charset=utf-8',
        body: minePart(day, await mineOf(db, day, actor), visit).toString(),
      }
    },
  })
  site.live({
    at: paths.eventLive,
    who: everyone,
    topic: topicOf,
    parts: {
      async now(db, nouns, now) {
        const day = await theDay(db, nouns, now)
        return day ? nowPart(day) : html``
      },
      async screen(db, nouns, now) {
        const shown = await screenOf(db, nouns, now)
        return shown ? screenPart(shown) : html``
      },
    },
  })
}
