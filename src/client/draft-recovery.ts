import { make, smallButton } from './elements.ts'
import { draftOf, type Kept, type Typed } from './draft-values.ts'

const keyOf = (draft: string) => `left ${draft}`

const read = (key: string): Kept[] => JSON.parse(sessionStorage.getItem(key) ?? '[]') as Kept[]

/** Nothing is written over: where words stand by now, these come after them. Of choices there is one. */
const together = ({ value, between }: Typed, mine: string) =>
  between === undefined || value.trim() === '' ? mine : `${value}${between}${mine}`

function box(form: HTMLFormElement, key: string, left: Kept[], fields: Map<string, Typed>): HTMLElement {
  const words = left.flatMap(([at, value]) => [
    make('dt', {}, fields.get(at)!.question),
    make('dd', {}, fields.get(at)!.words(value)),
  ])
  const done = () => {
    sessionStorage.removeItem(key)
    part.remove()
  }
  const put = () => {
    const now = new Map(draftOf(form).map((field) => [field.at, field]))
    for (const [at, value] of left) now.get(at)?.set(together(now.get(at)!, value))
    done()
    form.querySelector<HTMLElement>('textarea')?.focus()
  }
  const said = 'You had entered this before, and did not send it. What stands in the form has changed since.'
  const part = make(
    'div',
    {},
    make('p', {}, said),
    make('dl', {}, ...words),
    smallButton('Put it into the form', put),
    smallButton('Forget it', done),
  )
  return part
}

/**
 * Offers, beside a form where somebody else has saved since, the typed or chosen answers, until they are put in or
 * forgotten.
 */
export function offerLeft(form: HTMLFormElement, draft: string, more: Kept[]): boolean {
  const fields = new Map(draftOf(form).map((field) => [field.at, field]))
  const key = keyOf(draft)
  const left = [...read(key), ...more].filter(([at, value]) => fields.get(at)?.words(value))
  if (left.length === 0) return false
  sessionStorage.setItem(key, JSON.stringify(left))
  form.before(
    make(
      'section',
      { class: 'app-queue', 'aria-label': 'Entered before', 'data-stays': '' },
      box(form, key, left, fields),
    ),
  )
  return true
}
