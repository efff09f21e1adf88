import { make } from './elements.ts'
import { afterMorph } from './morph.ts'

const said = new WeakMap<Element, string>()
const region = make('div', { class: 'nhsuk-u-visually-hidden', role: 'status', 'aria-atomic': 'false' })
/** The time until a screen reader notices the region: words said before would not be read. */
const noticedMs = 300
let coming: HTMLElement[] | undefined = []
/** So long a sentence stays to be read when others follow. */
const stayMs = 5_000

/** One sentence for people who cannot see the change. Several wait for each other, and for a pause in the reading. */
export function say(sentence: string): void {
  const line = make('p', {}, sentence)
  if (coming) return void coming.push(line)
  for (const old of region.querySelectorAll('p'))
    if (Date.now() - Number(old.dataset['at']) > stayMs) old.remove()
  line.dataset['at'] = String(Date.now())
  region.append(line)
}

/** Takes back a sentence that is not true any more. */
export function unsay(sentence: string): void {
  coming = coming?.filter((line) => line.textContent !== sentence)
  for (const line of region.querySelectorAll('p')) if (line.textContent === sentence) line.remove()
}

function noticed(): void {
  const lines = coming ?? []
  coming = undefined
  for (const { textContent } of lines) say(textContent)
}

const sentenceIn = (part: Element): string =>
  part.querySelector('[data-announce]')?.getAttribute('data-announce') ?? ''

/** The message that something was done was about how things stood then. Whoever is at it is at the page instead. */
function takeDone(): void {
  const done = document.querySelector('#maincontent .nhsuk-notification-banner--success')
  if (!done) return
  const main = document.querySelector<HTMLElement>('#maincontent')!
  if (done.contains(document.activeElement)) {
    main.tabIndex = -1
    main.focus({ preventScroll: true })
  }
  done.remove()
}

/** Says the new sentence of a part of the page, once for each time that it changes. */
export function announceParts(): void {
  document.body.append(region)
  setTimeout(noticed, noticedMs)
  const parts = () => document.querySelectorAll('[data-part],[data-personal-part]')
  for (const part of parts()) said.set(part, sentenceIn(part))
  afterMorph(() => {
    for (const part of parts()) {
      const sentence = sentenceIn(part)
      if (said.get(part) === sentence) continue
      said.set(part, sentence)
      if (sentence) say(sentence)
      takeDone()
    }
  })
}
