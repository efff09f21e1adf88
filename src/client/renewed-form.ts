import { partIs } from './page-copies.ts'
import { show } from './morph.ts'
import { here, isFree, queuedForms } from './queued-form.ts'
import { isForMore } from './after-sending.ts'
import type { Entry } from './queue-store.ts'

const patienceMs = 15_000

/**
 * A form whose answers have arrived shows the stored ones, with others' changes, rather than those that it came with.
 * Not while something else is typed in it, nor where it is for the next of several.
 */
export async function renewForm(entry: Entry): Promise<void> {
  const form = queuedForms().find((one) => one.getAttribute('action') === entry.action)
  if (!form || isForMore(form) || form.closest('[data-personal-part]')) return
  if (entry.values.some(([name]) => name === 'secret')) return
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(here(), { headers: { accept: 'text/html' }, redirect: 'error', signal })
  if (!answer.ok || !isFree(form, [entry])) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const selector = `form[action="${CSS.escape(entry.action)}"]`
  const fresh = [...page.querySelectorAll('form')].find((one) => one.getAttribute('action') === entry.action)
  if (!fresh) return form.remove()
  show(form, fresh.innerHTML, true)
  partIs(selector, fresh.innerHTML)
}
