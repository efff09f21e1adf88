import { say, unsay } from './announce.ts'
import { whenBack } from './network.ts'
import { isElsewhere } from './resending.ts'
import type { Entry } from './queue-store.ts'

/** The time of sending, in words. */
export const isSent = (): string =>
  isElsewhere() ? 'You are signed out: come in again, and it is sent.' : `It is sent ${whenBack()}.`

export const whyNot = ({ stands, reason = '' }: Entry): string =>
  ` ${stands ? 'was not changed' : 'could not be taken'}: ${reason}`

function sentenceOf(entry: Entry): string {
  if (entry.state === 'refused') return entry.label + whyNot(entry)
  return `${entry.label}: ${entry.state === 'received' ? 'received.' : `saved on this phone. ${isSent()}`}`
}

/** Entries that this tab has told of, on this page or one before. */
const key = 'told'
let told: Record<number, string> | undefined
const lines = new Map<number, string>()

const elsewhere = ' elsewhere'

/** Says once the result of each entry that is shown; nothing where nobody looks. */
export function tell(shown: readonly Entry[]): void {
  if (document.hidden) return
  told ??= JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<number, string>
  const now: typeof told = {}
  for (const entry of shown) {
    const id = entry.id!
    const state = `${entry.state} ${entry.reason ?? ''}`
    const before = told[id]
    const isAway = entry.state === 'waiting' && isElsewhere()
    now[id] = isAway || before === state + elsewhere ? state + elsewhere : state
    if (before === now[id]) continue
    unsay(lines.get(id) ?? '')
    lines.set(id, sentenceOf(entry))
    say(lines.get(id)!)
  }
  for (const [id, line] of lines) if (!(id in now) && lines.delete(id)) unsay(line)
  told = now
  sessionStorage.setItem(key, JSON.stringify(told))
}

/** Shows a list anew, without moving the keyboard's focus in it. */
export function keepPlace(list: HTMLElement, render: () => void): void {
  const held = document.activeElement as HTMLElement
  const id = list.contains(held) && held.closest<HTMLElement>('[data-id]')?.dataset['id']
  render()
  const places = id ? [...list.querySelectorAll<HTMLElement>(`[data-id="${id}"] :is(a,button)`)] : []
  const same = places.find(({ textContent }) => textContent === held.textContent) ?? places[0]
  same?.focus({ preventScroll: true })
}
