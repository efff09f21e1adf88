import { make } from './made.ts'
import { fieldsOf } from './queued-form.ts'

const isAnswered = (field: ReturnType<typeof fieldsOf>[number]): boolean =>
  /^(radio|checkbox)$/.test(field.type) ? (field as HTMLInputElement).checked : field.value.trim() !== ''

const error = make('p', { class: 'nhsuk-error-message', role: 'alert', 'data-stays': '' })

function takeAway(): void {
  error.closest('.nhsuk-form-group')?.classList.remove('nhsuk-form-group--error')
  error.remove()
}

/** What is left empty is said at once where nobody else can: it would be refused only when there is a network. */
export function saysWhatIsMissing(form: HTMLFormElement): boolean {
  takeAway()
  const names = (form.dataset['needs'] ?? '').split(' ').filter(Boolean)
  const fields = names.flatMap((name) => fieldsOf(form, name))
  if (fields.length === 0 || fields.some(isAnswered)) return false
  const [first] = fields
  error.textContent = form.dataset['needsWords']!
  const group = first!.closest('.nhsuk-form-group') ?? form
  group.classList.add('nhsuk-form-group--error')
  const before = group.querySelector('.nhsuk-radios,.nhsuk-checkboxes') ?? first!
  before.before(error)
  form.addEventListener('input', takeAway, { once: true })
  first!.focus()
  return true
}
