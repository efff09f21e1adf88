import type { AtEvent } from '../../../before/events/rules.ts'
import { eventById } from '../../../before/events/store.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import { networkById } from '../../../before/networks/store/networks.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import type { Db } from '../../../platform/store/database.ts'
import { paths } from '../../../paths.ts'
import { ballotsOf } from '../../ballots/ballot/store/ballots.ts'
import { roomsOf } from '../../rooms/store/rooms.ts'
import { stateOf } from '../../ballots/ballot/rules/ballot.ts'
import { bringForward, extendItem, insertItem, putItemBack, skipItem } from '../commands/adjusting.ts'
import { endLink, makeLink, setScreen } from '../commands/links.ts'
import { clearNote, notePresenter } from '../commands/notes.ts'
import { moveDay } from '../commands/moving-day.ts'
import { endDay, finishItem, startItem } from '../commands/running.ts'
import type { Done } from '../commands/steps.ts'
import { undoStep } from '../commands/undoing.ts'
import { startsOnAnotherDay } from '../rules/another-day.ts'
import { itemById, itemsOf } from '../store/items.ts'
import { namer } from '../store/shown.ts'
import { lastStep } from '../store/steps.ts'
import { anotherDayView } from '../views/another-day.ts'
import { roomsChoiceView } from '../views/rooms.ts'
import { insertView, noteView } from '../views/desk.ts'
import { voteChoiceView } from '../views/vote.ts'

const toDesk = (_outcome: unknown, { nouns }: RequestContext<AtEvent>) => paths.desk(nouns)
const back = ({ nouns }: RequestContext<AtEvent>) => paths.desk(nouns)
const said = (done: Done) => done.said ?? 'Done'

/** Buttons that hosts press on the Desk. Each comes back to it. */
export function deskButtons(site: Site): void {
  const desk = { then: toDesk, back, done: said }
  site.button({ at: paths.itemStart, command: startItem, ...desk })
  site.button({ at: paths.itemFinish, command: finishItem, ...desk })
  site.button({ at: paths.itemSkip, command: skipItem, ...desk })
  site.button({ at: paths.itemBack, command: putItemBack, ...desk })
  site.button({ at: paths.itemExtension, command: extendItem, ...desk })
  site.button({ at: paths.itemForward, command: bringForward, ...desk })
  site.button({ at: paths.deskStepRemoval, command: undoStep, ...desk })
  site.button({ at: paths.movedDay, command: moveDay, ...desk })
  site.button({ at: paths.endedDay, command: endDay, ...desk })
  startingOnAnotherDay(site)
  choosingTheVote(site)
  choosingTheRooms(site)
  puttingIn(site)
  notingThePresenter(site)
  screens(site)
}

/** Before the first part of a day is started that is not the event's. */
function startingOnAnotherDay(site: Site): void {
  site.form({
    at: paths.itemOnAnotherDay,
    who: organisers,
    command: startItem,
    pageOnly: true,
    async read({ db, nouns, now }) {
      const item = await itemById(db, nouns.network, nouns.event, nouns.item)
      const held = await eventById(db, nouns.network, nouns.event)
      if (!held || !item || item.removed_at) return undefined
      const { title } = (await namer(db, nouns.network))(item)
      return { title, held, now, seen: (await lastStep(db, nouns))?.id ?? '' }
    },
    show: (asked, _form, visit) => ({
      title: 'Start on another day?',
      back: toTheDesk(visit),
      body: anotherDayView({ ...asked, at: visit.nouns, sending: visit }),
    }),
    then: toDesk,
    done: said,
  })
}

/** Before a vote starts of which nobody has said which it is. */
function choosingTheVote(site: Site): void {
  site.form({
    at: paths.itemVote,
    who: organisers,
    command: startItem,
    pageOnly: true,
    async read({ db, nouns, now }) {
      const item = await itemById(db, nouns.network, nouns.event, nouns.item)
      if (!item || item.removed_at || item.kind !== 'ballot') return undefined
      const prepared = (await ballotsOf(db, nouns.network, nouns.event)).filter((one) =>
        ['made', 'open'].includes(stateOf(one)),
      )
      const seen = (await lastStep(db, nouns))?.id ?? ''
      return {
        title: item.title,
        prepared: prepared.map(({ id, question }) => ({ id, question })),
        seen,
        anotherDay: await anotherDayOf(db, nouns, now),
      }
    },
    values: ({ prepared }) => ({ ballot: prepared[0]?.id ?? 'new' }),
    show: (choice, form, visit) => ({
      title: 'Which vote opens?',
      back: { href: paths.desk(visit.nouns), text: 'Desk' },
      body: voteChoiceView({ ...choice, at: visit.nouns, sending: visit }, form),
    }),
    then: toDesk,
    done: said,
  })
}

/** Before breakout rooms start of which there are none. */
function choosingTheRooms(site: Site): void {
  site.form({
    at: paths.itemRooms,
    who: organisers,
    command: startItem,
    pageOnly: true,
    async read({ db, nouns, now }) {
      const { network, event } = nouns
      const item = await itemById(db, network, event, nouns.item)
      if (!item || item.removed_at || item.kind !== 'rooms') return undefined
      const ideas = new Set((await ideasOf(db, network)).map(({ title }) => title)).size
      const rooms = (await roomsOf(db, network, event)).length
      const seen = (await lastStep(db, nouns))?.id ?? ''
      return { title: item.title, ideas, rooms, seen, anotherDay: await anotherDayOf(db, nouns, now) }
    },
    input: (values, { nouns }) => ({ ...values, ...nouns, rooms: values['rooms'] ?? '' }),
    values: ({ ideas }) => ({ rooms: ideas > 0 ? 'ideas' : '' }),
    show: (choice, form, visit) => ({
      title: 'Which rooms are there?',
      back: toTheDesk(visit),
      body: roomsChoiceView({ ...choice, at: visit.nouns, sending: visit }, form),
    }),
    then: toDesk,
    done: said,
  })
}

/** The event's day, where a host who starts it now is asked whether that is meant. */
async function anotherDayOf(db: Db, { network, event }: AtEvent, now: string): Promise<string | undefined> {
  const held = await eventById(db, network, event)
  const rehearsal = (await networkById(db, network))?.kind === 'rehearsal'
  const items = await itemsOf(db, network, event)
  return held && startsOnAnotherDay(held, items, { now, rehearsal }) ? held.on_day : undefined
}

const toTheDesk = (visit: RequestContext<AtEvent>) => ({ href: paths.desk(visit.nouns), text: 'Desk' })

function puttingIn(site: Site): void {
  site.form({
    at: paths.insertItem,
    who: organisers,
    command: insertItem,
    async read({ db, nouns }) {
      if ((await itemsOf(db, nouns.network, nouns.event)).length === 0) return undefined
      return { seen: (await lastStep(db, nouns))?.id ?? '' }
    },
    values: () => ({ kind: 'break', minutes: '15' }),
    show: ({ seen }, form, visit) => ({
      title: 'Put something in',
      back: toTheDesk(visit),
      body: insertView({ at: visit.nouns, seen, sending: visit }, form),
    }),
    then: toDesk,
    done: said,
  })
}

function notingThePresenter(site: Site): void {
  site.form({
    at: paths.presenterNote,
    who: organisers,
    command: notePresenter,
    read: ({ db, nouns }) => eventById(db, nouns.network, nouns.event),
    show: (_event, form, visit) => ({
      title: 'Note to the presenter',
      back: toTheDesk(visit),
      body: noteView({ at: visit.nouns, sending: visit }, form),
    }),
    then: toDesk,
    done: 'Sent to the presenter’s page',
  })
  const desk = { then: toDesk, back }
  site.button({ at: paths.clearNote, command: clearNote, ...desk, done: 'The note is taken away' })
}

function screens(site: Site): void {
  const desk = { then: toDesk, back }
  site.button({
    at: paths.dayLinks,
    command: makeLink,
    ...desk,
    done: 'The link is made. You find it under “Screens and presenter”.',
  })
  site.button({ at: paths.endLink, command: endLink, ...desk, done: 'The link has ended' })
  site.button({ at: paths.setScreen, command: setScreen, ...desk, done: 'The screens change now' })
}
