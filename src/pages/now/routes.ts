import { z } from 'zod'
import { itemKinds } from '../../items.ts'
import { everyone } from '../../platform/store/command.ts'
import type { Site } from '../../platform/http/site.ts'
import { isNotRecorded, eventTopic, type AtEvent } from '../../before/events/rules.ts'
import { eventById } from '../../before/events/store.ts'
import { wallOf } from '../../day/pledges/store.ts'
import { pledgeWall } from '../../day/pledges/views/wall.ts'
import { roomLists } from '../../day/rooms/store/places.ts'
import { roomsList } from '../../day/rooms/views/rooms.ts'
import { paths } from '../../paths.ts'
import { screenPart } from '../screen/views.ts'
import { screenOf } from '../screen/reading.ts'
import { streamOf, theDay, type TheDay } from './day.ts'
import { mineOf } from './mine.ts'
import { minePart } from './own.ts'
import { sharedOf } from './everybody.ts'
import { todoPart } from './todo.ts'
import { nextPart, nowPage, nowPart } from './views.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { Db } from '../../platform/store/database.ts'
import type { ScreenShows } from '../../day/programme/rules/links.ts'
import type { ShownItem } from '../../day/programme/store/shown.ts'

const ItemAnswer = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  title: z.string(),
  idea: z.string().nullable(),
  ballot: z.string().nullable(),
  startedAt: z.string().nullable(),
})

const toldItem = (item: ShownItem): z.infer<typeof ItemAnswer> => ({
  id: item.id,
  kind: item.kind,
  title: item.title,
  idea: item.idea_id,
  ballot: item.ballot_id,
  startedAt: item.started_at,
})

/** The JSON that a program follows the day by: the item that is on, the next, and the vote that is open. */
const NowAnswer = z.object({
  day: z.object({
    standing: z.object({
      stage: z.enum(['before', 'on', 'between', 'after']),
      on: ItemAnswer.optional(),
      next: ItemAnswer.optional(),
    }),
    ballot: z.object({ ballot: z.string(), question: z.string(), state: z.string() }).optional(),
  }),
})

function told({ day }: { day: TheDay }): z.infer<typeof NowAnswer> {
  const { on, next, stage } = day.standing
  const standing = { stage, ...(on && { on: toldItem(on) }), ...(next && { next: toldItem(next) }) }
  return { day: { standing, ...(day.ballot && { ballot: day.ballot }) } }
}

async function screenOn(db: Db, at: AtEvent, now: string, shows: ScreenShows): Promise<Html> {
  const shown = await screenOf(db, at, now, shows)
  return shown ? screenPart(shown, shows) : html``
}

/** One page for the whole day: what to do now, for everyone and for this attendee. */
export function nowPages(site: Site): void {
  site.page({
    at: paths.now,
    who: everyone,
    async read(visit) {
      const { db, nouns, now } = visit
      const live = await streamOf(db, nouns, 'now,next,todo')
      const day = await theDay(db, nouns, now)
      return day && { live, day, mine: await mineOf(day, visit) }
    },
    answer: NowAnswer,
    told,
    show: ({ live, day, mine }, visit) => ({
      title: `Now: ${day.event.name}`,
      live,
      phone: true,
      kept: true,
      body: nowPage(day, minePart(day, mine, visit)),
    }),
  })
  // For the scripts of a device on which something waits to be sent: who is here, and a token for sending.
  site.file({
    at: paths.sender,
    who: everyone,
    read: async ({ sender, token }) => ({
      type: 'application/json',
      body: JSON.stringify({ sender, token }),
    }),
  })
  site.file({
    at: paths.myNow,
    who: everyone,
    async read(visit) {
      const { db, nouns, now } = visit
      const day = await theDay(db, nouns, now)
      if (!day) return undefined
      return {
        type: 'text/html; charset=utf-8',
        body: minePart(day, await mineOf(day, visit), visit).toString(),
      }
    },
  })
  site.live({
    at: paths.eventLive,
    who: everyone,
    there: (db, { network, event }) => eventById(db, network, event),
    topic: eventTopic,
    stamps: 'todo',
    byTheMinute: true,
    parts: {
      async now(db, nouns, now) {
        const day = await theDay(db, nouns, now)
        return day ? nowPart(day) : html``
      },
      async next(db, nouns, now) {
        const day = await theDay(db, nouns, now)
        return day ? nextPart(day) : html``
      },
      async todo(db, nouns, now) {
        const day = await theDay(db, nouns, now)
        return day ? todoPart(day, await sharedOf(db, nouns)) : html``
      },
      pledges: async (db, { network, event }) => pledgeWall(await wallOf(db, network, event)),
      async rooms(db, nouns) {
        const event = await eventById(db, nouns.network, nouns.event)
        const rooms = await roomLists(db, nouns.network, nouns.event)
        return roomsList(rooms, nouns, event && isNotRecorded(event, 'rooms'))
      },
      screen: (db, nouns, now) => screenOn(db, nouns, now, 'day'),
      'screen-join': (db, nouns, now) => screenOn(db, nouns, now, 'join'),
      'screen-vote': (db, nouns, now) => screenOn(db, nouns, now, 'vote'),
      'screen-pledges': (db, nouns, now) => screenOn(db, nouns, now, 'pledges'),
      'screen-rooms': (db, nouns, now) => screenOn(db, nouns, now, 'rooms'),
    },
  })
}
