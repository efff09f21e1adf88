import { say } from './announce.ts'

const prefix = 'draft '
const sent = 'sent'

const longForms = () =>
  [...document.querySelectorAll('form')].filter(
    (form) => form.method === 'post' && form.querySelector('textarea'),
  )

const fieldsOf = (form: HTMLFormElement) => [
  ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea,input[type=text]'),
]

const keyOf = (form: HTMLFormElement) => `${prefix}${location.pathname} ${form.getAttribute('action') ?? ''}`

function store(form: HTMLFormElement): void {
  const values = fieldsOf(form).map(({ name, value, defaultValue }) => [name, value, defaultValue])
  sessionStorage.setItem(keyOf(form), JSON.stringify(values))
}

/** Puts back what was typed, where the page still stands as it did when it was typed. */
function restore(form: HTMLFormElement): boolean {
  const kept = sessionStorage.getItem(keyOf(form))
  if (!kept || kept === sent) return false
  let restored = false
  for (const [name, value, before] of JSON.parse(kept) as string[][]) {
    const field = fieldsOf(form).find((one) => one.name === name)
    if (!field || value === undefined || field.value !== before || value === before) continue
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    restored = true
  }
  return restored
}

function forgetSent(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && sessionStorage.getItem(key) === sent) sessionStorage.removeItem(key)
  }
}

/** A long answer outlives a reload of the page. It stays in this tab, and goes when it is sent. */
export function keepDrafts(): void {
  try {
    forgetSent()
    if (longForms().filter(restore).length > 0) say('What you typed before is still here')
    document.addEventListener('input', ({ target }) => {
      const form = (target as HTMLInputElement | null)?.form
      if (form && longForms().includes(form)) store(form)
    })
    document.addEventListener('submit', ({ target }) => {
      if (longForms().includes(target as HTMLFormElement))
        sessionStorage.setItem(keyOf(target as HTMLFormElement), sent)
    })
  } catch {
    // Nothing can be kept here; the page works without.
  }
}
