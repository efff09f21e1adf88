import { notIdentifiers } from '../platform/contract.ts'
import { say, unsay } from './announce.ts'
import { isKept } from './page-copies.ts'
import { byServer } from './countdown.ts'
import { clockTime, make, smallButton } from './elements.ts'
import { afterMorph } from './morph.ts'
import { isOffline } from './offline.ts'
import { comeIn, others } from './others-waiting.ts'
import { entriesOf, fillIn, here, isFree, queuedForms, sender, submitItself } from './queued-form.ts'
import { fetchPersonal } from './personal.ts'
import { renewForm } from './renewed-form.ts'
import { isElsewhere, onKnown, sendAgain } from './resending.ts'
import { isForMore } from './after-sending.ts'
import { change, entries, onStored, put, remove, type Entry } from './queue-store.ts'
import { isSent, keepPlace, tell, whyNot } from './send-status.ts'

const part = make('section', { class: 'app-queue', 'aria-label': 'Waiting to be sent', hidden: '' })
/** Entries discarded on this page, which can be had back until it is left. */
const discarded = new Map<number, Entry>()

/** Several answers to one question stand below it together. */
const words = ({ words: said }: Entry): HTMLElement | false =>
  said.length > 0 &&
  make(
    'dl',
    {},
    ...said.flatMap(([question, answer], at) => [
      ...(question === said[at - 1]?.[0] ? [] : [make('dt', {}, question)]),
      make('dd', {}, answer),
    ]),
  )

const isVote = ({ values }: Entry) => values.some(([name]) => name === 'secret')

/** It may be changed while nobody has it; a vote also later, by its secret. */
const isChangeable = (entry: Entry) => !entry.tried || isVote(entry)

/**
 * Marks a vote as not counted. No server tells whether it differs from the counted one.
 */
const ofWhat = (entry: Entry): HTMLElement | false =>
  isVote(entry) &&
  make(
    'p',
    {},
    entry.stands ? 'This was sent too late to change it:' : 'You chose this, and it is not counted:',
  )

const formOf = (entry: Entry) => queuedForms().find((form) => form.getAttribute('action') === entry.action)

/** The typed answers give way only when their writer says so. */
const instead = (entry: Entry, form: HTMLFormElement) =>
  make(
    'div',
    { role: 'alert' },
    make('p', {}, 'You have typed something else in the form. Send that first, or replace it with this.'),
    smallButton('Replace what I typed', () => putBack(entry, form)),
  )

async function takeOut(entry: Entry, button: HTMLElement): Promise<void> {
  const form = formOf(entry)
  if (!form) return location.assign(entry.page)
  if (isFree(form, entriesOf(form, await entries()))) return putBack(entry, form)
  button.replaceWith(instead(entry, form))
}

/** True if the page that answers its form shows somebody else's newer answers beside it. */
const showsBoth = (entry: Entry) => entry.overtaken === true && !isOffline()

function putBack(entry: Entry, form: HTMLFormElement): void {
  form.hidden = false
  form.dataset['refilled'] = String(entry.id)
  fillIn(form, entry)
  // A vote that may have arrived stays until it is sent anew: its secret is needed.
  if (entry.tried && entry.state === 'waiting') void change({ ...entry, state: 'held' })
  else void remove(entry)
  if (showsBoth(entry)) return submitItself(form)
  form.querySelector<HTMLElement>('input:not([type=hidden]),textarea,select')?.focus()
}

function discard(entry: Entry): void {
  discarded.set(entry.id!, entry)
  say(entry.label + isDiscarded(entry))
  void remove(entry)
}

const line = (entry: Entry, said: string) => make('p', {}, make('strong', {}, entry.label), said)

const event = /^\/networks\/[^/]+\/events\/[^/]+/.exec(location.pathname)?.[0]
const now = event && `${event}/now`
/** Now is not offered where it could not be shown. */
let leadsToNow = false

/** The way back to Now, for people with nothing more to do here. */
const toNow = (): Node[] => (now && leadsToNow ? [make('p', {}, make('a', { href: now }, 'Go to Now'))] : [])

async function seeWhetherNow(): Promise<void> {
  leadsToNow = now !== undefined && location.pathname !== now && (!isOffline() || (await isKept(now)))
}

const mostShown = 80

/** The first words of a waiting entry, to tell one from another; never a secret choice. */
function recognised(entry: Entry): Node[] {
  const [first] = isVote(entry) ? [] : entry.words
  if (!first) return []
  const [, answer] = first
  return [make('p', {}, `“${answer.length > mostShown ? `${answer.slice(0, mostShown).trim()}…` : answer}”`)]
}

function waiting(entry: Entry): Node[] {
  return [
    line(entry, `: saved on this phone at ${clockTime(byServer(entry.at))}. ${isSent()}`),
    ...recognised(entry),
    ...(isElsewhere() ? [comeIn()] : []),
    ...toNow(),
    ...(isChangeable(entry) ? [smallButton('Change it', (button) => void takeOut(entry, button))] : []),
    ...(entry.tried ? [] : [smallButton('Do not send it', () => discard(entry))]),
  ]
}

const isFinal = ({ state, final }: Entry) => state === 'refused' && final === true

const correction = ({ overtaken }: Entry) =>
  overtaken ? 'See both, and put them together' : 'Correct it and send it again'

const refused = (entry: Entry): (Node | false)[] => [
  line(entry, whyNot(entry)),
  ofWhat(entry),
  words(entry),
  ...toNow(),
  // The text can be copied from here where its form is gone for good.
  !isFinal(entry) &&
    (formOf(entry) !== undefined || entry.page !== here()) &&
    smallButton(correction(entry), (button) => void takeOut(entry, button)),
  entry.question === true && smallButton('Nobody is recognised by it: send it', () => void confirmed(entry)),
  smallButton('Discard it', () => discard(entry)),
]

function received(entry: Entry): Node[] {
  const time = (at: number) => clockTime(at + (entry.ahead ?? 0))
  const at = `received at ${time(entry.receivedAt!)}, sent from this phone at ${time(entry.at)}.`
  const see = make('a', { href: entry.to! }, 'See it')
  return [make('p', {}, make('strong', {}, entry.label), `: ${at} `, see)]
}

const shapes = { waiting, refused, received, held: () => [] }

const isDiscarded = ({ stands }: Entry) =>
  stands ? ': what came later is discarded. The vote before it stands.' : ': discarded.'

const undone = ([id, entry]: [number, Entry]) =>
  make(
    'div',
    { 'data-id': String(id) },
    line(entry, isDiscarded(entry)),
    smallButton('Undo', () => {
      discarded.delete(id)
      unsay(entry.label + isDiscarded(entry))
      say('Undone.')
      void put(entry)
    }),
  )

/** The heading of the page, where that stands in a form which is not shown now. */
function keepHeading(form: HTMLFormElement): void {
  const inside = form.querySelector('h1')
  if (!inside) return
  const before = form.previousElementSibling
  const kept = before?.matches('h1[data-stays]') ? before : undefined
  if (!form.hidden) kept?.remove()
  else if (!kept)
    form.before(make('h1', { class: 'nhsuk-heading-l', 'data-stays': '' }, inside.textContent?.trim()))
}

/** A form gives way to its waiting entry; a refused one stands in it again, unless something else does. */
function settleForms(all: readonly Entry[]): void {
  for (const form of queuedForms()) {
    const own = entriesOf(form, all)
    const gone = own.some((one) => one.state === 'waiting' || isFinal(one))
    form.hidden = !isForMore(form) && gone
    keepHeading(form)
    const wrong = own.find((one) => one.state === 'refused' && !isFinal(one))
    if (wrong && isFree(form, own) && form.dataset['refilled'] !== String(wrong.id)) {
      form.dataset['refilled'] = String(wrong.id)
      fillIn(form, wrong)
    }
  }
}

async function render(): Promise<void> {
  await seeWhetherNow().catch(() => {})
  const all = (await entries()).map((one) => asked.get(one.key) ?? one)
  const own = all.filter(
    (one) =>
      !onTheWay.has(one.key) &&
      one.sender === sender() &&
      one.state !== 'held' &&
      !(one.seen && !shown.has(one.id!) && !awaited.has(one.id!)),
  )
  for (const one of own) if (one.state === 'waiting') awaited.add(one.id!)
  const parts = own.map((one) =>
    make('div', { 'data-state': one.state, 'data-id': String(one.id) }, ...shapes[one.state](one)),
  )
  if (all.some((one) => one.sender !== sender() && one.state === 'waiting'))
    parts.push(make('div', {}, ...others()))
  keepPlace(part, () => part.replaceChildren(...parts, ...[...discarded].map(undone)))
  part.hidden = part.childElementCount === 0
  tell(own)
  settleForms(all.filter((one) => !onTheWay.has(one.key)))
  for (const one of own) if (one.state === 'received' && !document.hidden) await markSeen(one)
}

const shown = new Set<number>()
/** Entries that this page has shown to wait: its reader is told here that they were received, in however many tabs. */
const awaited = new Set<number>()
const onTheWay = new Set<string>()

/** Says nothing of an entry that is being sent just now, until the returned function is called. */
export function letBe(key: string): () => void {
  onTheWay.add(key)
  return () => onTheWay.delete(key)
}

let rendering = Promise.resolve()

/** That something was received is told where it was seen to wait, or else on one page; then it is forgotten. */
async function markSeen(entry: Entry): Promise<void> {
  if (shown.has(entry.id!)) return
  shown.add(entry.id!)
  // The reader's own part still asks for an answer that has been received now.
  fetchPersonal(0)
  void renewForm(entry).catch(() => {})
  await change({ ...entry, seen: true })
}

/** Shows the waiting entries; with `lead` where the reader looks. */
export function showQueue(lead = false): void {
  rendering = rendering.then(render).catch(() => {})
  if (lead) void rendering.then(() => part.scrollIntoView({ block: 'nearest' }))
}

/** Refused entries that are asked about again; until that is answered they stand as they were. */
const asked = new Map<string, Entry>()

/** Asks once each time that its page is loaded: the reason why nothing could count may have gone meanwhile. */
async function askAgain(entry: Entry): Promise<void> {
  if (!isFinal(entry) || entry.sender !== sender() || entry.page !== here() || isOffline()) return
  asked.set(entry.key, entry)
  const { final: _final, stands: _stands, reason: _reason, ...again } = entry
  await change({ ...again, state: 'waiting' })
  void sendAgain().finally(() => void answered(entry))
}

/** The writer says that it is no NHS number. */
async function confirmed({ question: _question, reason: _reason, ...entry }: Entry): Promise<void> {
  const values: Entry['values'] = [...entry.values, [notIdentifiers, 'yes']]
  await change({ ...entry, values, state: 'waiting' })
  void sendAgain()
}

/** The page is being left: a request broken off by that tells nothing, and the next page asks. */
let isLeft = false

/** An entry without an answer goes back to its former state. */
async function answered(entry: Entry): Promise<void> {
  const now = (await entries()).find(({ key }) => key === entry.key)
  asked.delete(entry.key)
  if (now?.state === 'waiting' && !isLeft) await change(entry)
  showQueue()
}

export async function listWaiting(): Promise<void> {
  const offline = document.querySelector('main > .app-offline')
  if (offline) offline.after(part)
  else document.querySelector('#maincontent')?.prepend(part)
  onStored(() => showQueue())
  afterMorph(() => showQueue())
  onKnown(() => showQueue())
  for (const change of ['online', 'offline']) addEventListener(change, () => showQueue())
  document.addEventListener('visibilitychange', () => showQueue())
  addEventListener('pagehide', () => (isLeft = true))
  addEventListener('pageshow', () => (isLeft = false))
  for (const entry of await entries()) {
    if (entry.seen) await remove(entry)
    await askAgain(entry)
    // A writer who began to change it and left has sent the former answers.
    if (entry.state === 'held') await change({ ...entry, state: 'waiting' })
  }
  await render()
}
