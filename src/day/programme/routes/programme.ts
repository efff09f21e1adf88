import { z } from 'zod'
import { clockTimeOf, dayState, isNotRecorded, type AtEvent } from '../../../before/events/rules.ts'
import { eventById, eventsOf } from '../../../before/events/store.ts'
import { ideasOf } from '../../../before/ideas/store.ts'
import { organisers } from '../../../before/networks/store/roles.ts'
import { everyone } from '../../../platform/store/command.ts'
import type { Db } from '../../../platform/store/database.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { ballotsOf } from '../../ballots/ballot/store/ballots.ts'
import { addItem, changeItem, moveItem, removeItem } from '../commands/items.ts'
import { layOutLike, layOutProgramme } from '../commands/laying-out.ts'
import { undoItem } from '../commands/undoing.ts'
import type { Done } from '../commands/steps.ts'
import { deskButtons } from './desk.ts'
import { secondVote } from './second-vote.ts'
import { voteRoutes } from './votes.ts'
import { itemKinds } from '../../../items.ts'
import { itemById, itemsOf, removedItemsOf } from '../store/items.ts'
import { namer, programmeOf, type ShownItem } from '../store/shown.ts'
import { itemFormView, placeField } from '../views/item.ts'
import { programmeView } from '../views/programme.ts'

const toProgramme = (_outcome: unknown, { nouns }: RequestContext<AtEvent>) => paths.programme(nouns)
const back = ({ nouns }: RequestContext<AtEvent>) => paths.programme(nouns)
const saying = (words: string) => (done: Done) => done.said ?? words

const Answer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(itemKinds),
      title: z.string(),
      team: z.string().nullable(),
      minutes: z.number().nullable(),
      idea: z.string().nullable(),
      ballot: z.string().nullable(),
      slot: z.object({ at: z.string().optional(), until: z.string().optional() }),
      startedAt: z.string().nullable(),
      finishedAt: z.string().nullable(),
      extraMinutes: z.number().nullable(),
      addedAt: z.string().nullable(),
      skippedAt: z.string().nullable(),
      link: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
})

const told = ({ items }: { items: readonly ShownItem[] }): z.infer<typeof Answer> => ({
  items: items.map((item) => ({
    id: item.id,
    kind: item.kind,
    title: item.title,
    team: item.team,
    minutes: item.minutes,
    idea: item.idea_id,
    ballot: item.ballot_id,
    slot: item.slot,
    startedAt: item.started_at,
    finishedAt: item.finished_at,
    extraMinutes: item.extra_minutes,
    addedAt: item.added_at,
    skippedAt: item.skipped_at,
    link: item.link,
    note: item.note,
  })),
})

export function programmeRoutes(site: Site): void {
  voteRoutes(site)
  site.page({
    at: paths.programme,
    who: everyone,
    answer: Answer,
    told,
    async read({ db, nouns, actor }) {
      const { network, event } = nouns
      const held = await eventById(db, network, event)
      if (!held) return undefined
      const shown = await namer(db, network)
      const mayEdit = await organisers.allows(db, nouns, actor)
      return {
        event: held,
        items: await programmeOf(db, nouns),
        removed: mayEdit ? (await removedItemsOf(db, network, event)).map(shown) : [],
        others: mayEdit ? await otherDays(db, nouns) : [],
        mayEdit,
      }
    },
    show: ({ event, items, removed, others, mayEdit }, visit) => ({
      title: 'Programme',
      back: { href: paths.event(visit.nouns), text: event.name },
      wide: true,
      kept: !mayEdit,
      body: programmeView({
        past: dayState(event, visit.now) === 'past',
        today: dayState(event, visit.now) === 'today',
        now: visit.now,
        ...visit.nouns,
        items,
        removed,
        others,
        mayEdit,
        timesNotRecorded: isNotRecorded(event, 'times'),
        held: event,
        sending: visit,
      }),
    }),
  })
  site.button({
    at: paths.programme,
    command: layOutProgramme,
    then: (_outcome, { nouns }) => paths.programme(nouns),
    back,
    done: ({ items }) => `A usual day with ${items} items is laid out. Change what you like.`,
  })
  site.button({
    at: paths.dayAgain,
    command: layOutLike,
    then: (_outcome, { nouns }) => paths.programme(nouns),
    back,
    done: ({ items }) => `A day with ${items} items is laid out. Change what you like.`,
  })
  itemForms(site)
  itemButtons(site)
  secondVote(site)
  deskButtons(site)
}

/** Days of the network that were run from here, whose times can be the plan of this one. */
async function otherDays(db: Db, { network, event }: AtEvent) {
  const run: { id: string; name: string; on: string }[] = []
  for (const { id, name, on_day } of await eventsOf(db, network))
    if (id !== event && (await itemsOf(db, network, id)).some((item) => item.finished_at !== null))
      run.push({ id, name, on: on_day })
  return run
}

/** The choices that the form offers. */
async function choicesOf(db: Db, { network, event }: AtEvent) {
  const ideas = await ideasOf(db, network)
  const ballots = await ballotsOf(db, network, event)
  return {
    ideas: ideas.map(({ id, title }) => ({ id, text: title })),
    ballots: ballots.map(({ id, question }) => ({ id, text: question })),
  }
}

function itemForms(site: Site): void {
  site.form({
    at: paths.newItem,
    who: organisers,
    command: addItem,
    async read({ db, nouns }) {
      if (!(await eventById(db, nouns.network, nouns.event))) return undefined
      const others = (await programmeOf(db, nouns)).map(({ id, title }) => ({ id, text: title }))
      return { ...(await choicesOf(db, nouns)), others }
    },
    show: ({ others, ...choices }, form, visit) => ({
      title: 'Add to the programme',
      back: { href: paths.programme(visit.nouns), text: 'Programme' },
      body: itemFormView(
        {
          ...choices,
          ...(others.length > 0 && { place: placeField(others, form) }),
          heading: 'Add to the programme',
          action: paths.newItem(visit.nouns),
          save: 'Add',
          sending: visit,
        },
        form,
      ),
    }),
    then: toProgramme,
    done: saying('Added to the programme'),
  })
  site.form({
    at: paths.editItem,
    who: organisers,
    command: changeItem,
    async read({ db, nouns }) {
      const item = await itemById(db, nouns.network, nouns.event, nouns.item)
      if (!item || item.removed_at) return undefined
      return { item, ...(await choicesOf(db, nouns)) }
    },
    stands: true,
    values: ({ item }) => ({
      kind: item.kind,
      title: item.title,
      minutes: item.minutes === null ? '' : String(item.minutes),
      plannedAt: item.planned_at ? clockTimeOf(item.planned_at) : '',
      idea: item.idea_id ?? '',
      ballot: item.ballot_id ?? '',
      link: item.link ?? '',
      note: item.note ?? '',
    }),
    show: ({ ideas, ballots }, form, visit) => ({
      title: 'Change the programme',
      back: { href: paths.programme(visit.nouns), text: 'Programme' },
      body: itemFormView(
        {
          ideas,
          ballots,
          heading: 'Change this item',
          action: paths.editItem(visit.nouns),
          save: 'Save',
          sending: visit,
        },
        form,
      ),
    }),
    then: toProgramme,
    done: saying('Saved'),
  })
}

function itemButtons(site: Site): void {
  site.button({ at: paths.itemMove, command: moveItem, then: toProgramme, back, done: 'Moved' })
  site.button({
    at: paths.itemRemoval,
    command: removeItem,
    then: toProgramme,
    back,
    done: 'Removed. You can put it back from the end of this page.',
  })
  site.button({
    at: paths.itemRestoration,
    command: undoItem,
    then: toProgramme,
    back,
    done: saying('Taken back'),
  })
}
