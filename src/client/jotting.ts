import { make } from './elements.ts'
import { afterMorph } from './morph.ts'
import { sender } from './queued-form.ts'

/** A note stays in this tab, as drafts do, and is its writer's alone. */
const keyOf = (about: string) => `jotting ${sender()} ${about}`
const usedKeyOf = (about: string) => `used ${keyOf(about)}`

const label = 'Only for you, for now'
const promise = 'It will start what you write about it later. It stays on this phone.'
const kept = '✓ Kept on this phone. It will start what you write about it later.'

let about: string | undefined
const field = make('textarea', {
  class: 'nhsuk-textarea',
  id: 'jotting',
  rows: '3',
  'aria-describedby': 'jotting-hint',
  input: () => {
    sessionStorage.setItem(keyOf(about!), field.value)
    says()
  },
}) as HTMLTextAreaElement
const hint = make('div', { class: 'nhsuk-hint', id: 'jotting-hint' })
const box = make(
  'div',
  { class: 'nhsuk-form-group' },
  make('label', { class: 'nhsuk-label', for: 'jotting' }, label),
  field,
  hint,
)

const says = () => (hint.textContent = field.value ? kept : promise)

/** A place to jot something down, while the page says that there is something to jot about. */
function offer(): void {
  const part = document.querySelector('[data-personal-part]')
  const now = document.querySelector<HTMLElement>('[data-jot]')?.dataset['jot']
  box.hidden = now === undefined
  if (!part || now === undefined) return
  if (!box.isConnected) part.before(box)
  if (now === about) return
  about = now
  field.value = sessionStorage.getItem(keyOf(now)) ?? ''
  says()
}

/** The note begins the answer to which it belongs, where none is written yet; once, so that it can be deleted. */
function begin(form: HTMLFormElement): void {
  const subject = form.dataset['startsWith']!
  const note = sessionStorage.getItem(keyOf(subject))
  const fields = [...form.querySelectorAll('textarea')]
  const [first] = fields
  if (!note || !first || sessionStorage.getItem(usedKeyOf(subject)) === note) return
  if (fields.some(({ value }) => value !== '')) return
  sessionStorage.setItem(usedKeyOf(subject), note)
  first.value = note
  first.dispatchEvent(new Event('input', { bubbles: true }))
}

export function jot(): void {
  try {
    offer()
    afterMorph(offer)
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-starts-with]')) begin(form)
  } catch {
    // Nothing can be kept here; the page works without.
  }
}
