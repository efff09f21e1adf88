import { say } from './announce.ts'
import { offerLeft } from './draft-recovery.ts'
import { draftOf, type Kept } from './draft-values.ts'
import { sender } from './queued-form.ts'

const prefix = 'draft '
const sent = 'sent'

const isLong = (form: HTMLFormElement | null): form is HTMLFormElement =>
  form !== null && form.method === 'post' && form.querySelector('textarea') !== null

/** Of its writer alone: a tab may be used by one after the other. */
const keyOf = (form: HTMLFormElement) =>
  `${prefix}${sender()} ${location.pathname} ${form.getAttribute('action') ?? ''}`

const store = (form: HTMLFormElement): void =>
  sessionStorage.setItem(
    keyOf(form),
    JSON.stringify(draftOf(form).map(({ at, value, before }): Kept => [at, value, before])),
  )

/**
 * Puts a draft back, where the page still stands as it did when it was typed. Where it does not, the page's own words
 * stay, and the draft is offered beside.
 */
function restore(form: HTMLFormElement): boolean {
  const kept = sessionStorage.getItem(keyOf(form))
  if (!kept || kept === sent) return offerLeft(form, keyOf(form), [])
  const typed = (JSON.parse(kept) as Kept[]).filter(([, value, before]) => value !== before)
  const fields = new Map(draftOf(form).map((field) => [field.at, field]))
  const changed = (one: Kept) => fields.get(one[0]) && fields.get(one[0])!.value !== one[1]
  const fitting = typed.filter((one) => changed(one) && fields.get(one[0])!.value === one[2])
  const left = typed.filter((one) => changed(one) && fields.get(one[0])!.value !== one[2])
  for (const [at, value] of fitting) fields.get(at)!.set(value)
  if (left.length > 0) sessionStorage.removeItem(keyOf(form))
  if (fitting.length > 0) store(form)
  return offerLeft(form, keyOf(form), left) || fitting.length > 0
}

function forgetSent(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && sessionStorage.getItem(key) === sent) sessionStorage.removeItem(key)
  }
}

/** Forgets the draft of a form that is on its way to the server, or kept elsewhere until it is. */
export function draftIsSent(form: HTMLFormElement): void {
  try {
    if (isLong(form)) sessionStorage.setItem(keyOf(form), sent)
  } catch {
    // Nothing was kept either.
  }
}

/** A long answer outlives a reload of the page. It stays in this tab, and goes when it is sent. */
export function keepDrafts(): void {
  try {
    forgetSent()
    const restored = [...document.forms].filter(isLong).filter(restore)
    for (const form of restored) form.closest('details')?.setAttribute('open', '')
    if (restored.length > 0) say('What you typed before is still here')
    const typed = ({ target }: Event) => {
      const { form } = target as HTMLInputElement
      if (form instanceof HTMLFormElement && isLong(form)) store(form)
    }
    document.addEventListener('input', typed)
    document.addEventListener('change', typed)
    // After whoever keeps a form from being sent without a network: then it is not sent.
    addEventListener('submit', ({ target, defaultPrevented }) => {
      if (!defaultPrevented) draftIsSent(target as HTMLFormElement)
    })
  } catch {
    // Nothing can be kept here; the page works without.
  }
}
