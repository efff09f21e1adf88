import { tooMany, wrongPlaces } from '../day/ballots/ballot/rules/option-order.ts'
import { parseDay } from '../platform/face/typed-day.ts'
import type { Limit, Limits } from '../platform/face/command-form.ts'
import { behave } from './behaviours.ts'
import { serverNow } from './countdown.ts'
import { make } from './elements.ts'
import { fieldsOf } from './queued-form.ts'

type Field = ReturnType<typeof fieldsOf>[number]
/** The field of an error, and its words. */
type Wrong = [field: Field, words: string]

const isAnswered = (field: Field): boolean =>
  /^(radio|checkbox)$/.test(field.type) ? (field as HTMLInputElement).checked : field.value.trim() !== ''

const askedIn = (form: HTMLFormElement, name: string): Field[] =>
  fieldsOf(form, name).filter(({ type }) => type !== 'hidden')

function wrongDay(form: HTMLFormElement, name: string, { day: label, missing, past }: Limit): Wrong[] {
  const boxes = ['day', 'month', 'year'].map((part) => askedIn(form, `${name}-${part}`)[0]!)
  const [first] = boxes
  if (!first) return []
  if (!boxes.some(isAnswered)) return missing ? [[first, missing]] : []
  const [day, month, year] = boxes.map(({ value }) => value)
  const read = parseDay({ day: day!, month: month!, year: year! }, label)
  if ('error' in read) return [[first, read.error]]
  // No day begins earlier where the server is: a day in the past here is past there.
  const today = new Date(serverNow()).toISOString().slice(0, 10)
  return past && read.on < today ? [[first, past]] : []
}

function wrongField(form: HTMLFormElement, name: string, limit: Limit): Wrong[] {
  if (limit.day) return wrongDay(form, name, limit)
  const fields = askedIn(form, name)
  const [first] = fields
  if (!first) return []
  if (limit.missing && !fields.some(isAnswered)) return [[first, limit.missing]]
  return first.value.trim().length > (limit.most ?? Infinity) ? [[first, limit.tooLong!]] : []
}

function wrongAnswers(form: HTMLFormElement): Wrong[] {
  const { needs = '', needsWords, needsOrder, needsMost = 'Infinity' } = form.dataset
  const fields = needs
    .split(' ')
    .filter(Boolean)
    .flatMap((name) => askedIn(form, name))
  const [first] = fields
  if (!first) return []
  const answers = fields.filter(isAnswered)
  if (answers.length === 0) return [[first, needsWords!]]
  if (answers.length > Number(needsMost)) return [[first, tooMany(answers.length, Number(needsMost))]]
  if (needsOrder === undefined) return []
  const places = wrongPlaces(fields.map(({ value }) => value))
  return [...places].map(([at, words]) => [fields[at]!, words])
}

function wrongIn(form: HTMLFormElement): Wrong[] {
  const limits = JSON.parse(form.dataset['limits'] ?? '{}') as Limits
  const wrong = Object.entries(limits).flatMap(([name, limit]) => wrongField(form, name, limit))
  return wrong.length > 0 ? wrong : wrongAnswers(form)
}

let undo: (() => void)[] = []

function takeAway(): void {
  for (const each of undo) each()
  undo = []
}

function mark(element: Element, classes: string): void {
  element.classList.add(classes)
  undo.push(() => element.classList.remove(classes))
}

const several = '.nhsuk-radios,.nhsuk-checkboxes,.nhsuk-date-input'

/** As the server would say it beside the question. */
function sayBeside([field, words]: Wrong): HTMLElement {
  const all = field.closest(several)
  const group = (all ?? field).closest('.nhsuk-form-group')!
  const id = `${field.name}-error`
  const hidden = make('span', { class: 'nhsuk-u-visually-hidden' }, 'Error: ')
  const error = make('span', { class: 'nhsuk-error-message', id, 'data-stays': '' }, hidden, words)
  mark(group, 'nhsuk-form-group--error')
  if (!field.matches('[type=radio],[type=checkbox]'))
    for (const box of all?.querySelectorAll('input') ?? [field]) mark(box, `nhsuk-${box.localName}--error`)
  const described = all?.closest('fieldset') ?? field
  const before = described.getAttribute('aria-describedby') ?? ''
  described.setAttribute('aria-describedby', `${before} ${id}`.trim())
  ;(all ?? field).before(error)
  undo.push(() => {
    error.remove()
    described.setAttribute('aria-describedby', before)
  })
  return error
}

const link = ([field, words]: Wrong) => make('li', {}, make('a', { href: `#${field.id}` }, words))

/** As the server would say it above its form. */
function sayAbove(form: HTMLFormElement, wrong: Wrong[]): void {
  const heading = make('h2', { class: 'nhsuk-error-summary__heading' }, 'There is a problem')
  const list = make('ul', { class: 'nhsuk-list nhsuk-error-summary__list' }, ...wrong.map(link))
  const body = make('div', { class: 'nhsuk-error-summary__body' }, list)
  const alert = make('div', { role: 'alert' }, heading, body)
  const classes = { class: 'nhsuk-error-summary', 'data-module': 'nhsuk-error-summary', 'data-stays': '' }
  const summary = make('div', classes, alert)
  form.parentElement!.prepend(summary)
  const { title: before } = document
  document.title = `Error: ${before}`
  undo.push(() => {
    summary.remove()
    document.title = before
  })
  // It takes the focus.
  behave()
}

/**
 * Shows missing, too long and wrong answers at once where nobody else can: they would be refused only when there is a
 * network.
 */
export function saysWhatIsWrong(form: HTMLFormElement): boolean {
  takeAway()
  const wrong = wrongIn(form)
  const [first] = wrong.map(sayBeside)
  if (!first) return false
  if (new URL(form.action).pathname === location.pathname) {
    sayAbove(form, wrong)
  } else {
    first.setAttribute('role', 'alert')
    wrong[0]![0].focus()
  }
  return true
}
