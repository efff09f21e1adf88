import { afterMorph } from './morph.ts'

const said = new WeakMap<Element, string>()
let region: HTMLElement

/** One sentence for whoever cannot see the page change. It waits for a pause in what is being read out. */
export function say(sentence: string): void {
  region.textContent = sentence
}

/** What is not so any more is not found there either. */
export function unsay(sentence: string): void {
  if (region.textContent === sentence) region.textContent = ''
}

const sentenceIn = (part: Element): string =>
  part.querySelector('[data-announce]')?.getAttribute('data-announce') ?? ''

/** Says what a part of the page has come to mean, once for each time that this changes. */
export function announceParts(): void {
  region = document.createElement('div')
  region.className = 'nhsuk-u-visually-hidden'
  region.setAttribute('role', 'status')
  document.body.append(region)
  const parts = () => document.querySelectorAll('[data-part],[data-personal-part]')
  for (const part of parts()) said.set(part, sentenceIn(part))
  afterMorph(() => {
    for (const part of parts()) {
      const sentence = sentenceIn(part)
      if (said.get(part) === sentence) continue
      said.set(part, sentence)
      if (sentence) say(sentence)
    }
  })
}
