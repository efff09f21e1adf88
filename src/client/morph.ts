import { Idiomorph } from 'idiomorph'

const controls = 'input:not([type=hidden]),textarea,select'

/** True if something in a form was typed or chosen and not sent. */
export function isUnsaved(form: Element): boolean {
  return [...form.querySelectorAll(controls)].some((control) => {
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type))
      return control.checked !== control.defaultChecked
    if (control instanceof HTMLSelectElement) return isChosen(control)
    return (control as HTMLInputElement).value !== (control as HTMLInputElement).defaultValue
  })
}

/** True if another option stands in a list than the one it came with. */
function isChosen({ options, selectedIndex }: HTMLSelectElement): boolean {
  const given = [...options].findLastIndex((option) => option.defaultSelected)
  return selectedIndex !== Math.max(0, given)
}

/** Addresses of forms that nothing can be sent to any more. */
let over = new Set<string>()

const isOver = (node: Element): boolean => over.has(node.closest('form')?.getAttribute('action') ?? '')

/** Notes forms that are over, and returns the labels of unsent choices in them. */
export function formsOver(actions: string[]): string[] {
  over = new Set(actions.filter((action) => action !== ''))
  const lost = [...document.forms].filter((form) => isOver(form) && isUnsaved(form))
  return lost.flatMap((form) => [...form.querySelectorAll(controls)].flatMap(chosenIn))
}

/** The choice in a list, or the label of a ticked box. */
function chosenIn(control: Element): string[] {
  if (control instanceof HTMLSelectElement)
    return control.value ? [control.selectedOptions[0]!.textContent.trim()] : []
  const { checked, labels } = control as HTMLInputElement
  return checked ? [labels?.[0]?.textContent.trim() ?? ''] : []
}

/**
 * A form that somebody is filling in, or the one element that a keyboard has reached. A link that was tapped has
 * the focus too, but nobody is at it any more.
 */
const isHeld = (node: Element): boolean =>
  !isOver(node) &&
  ((node === document.activeElement && node.matches(':focus-visible')) ||
    (node.matches('form') && (node.contains(document.activeElement) || isUnsaved(node))))

const holds = (node: Element): boolean =>
  isHeld(node) || [...node.querySelectorAll('form,:focus')].some((inside) => isHeld(inside))

const waiting = new Map<Element, string>()
const morphed = new Set<() => void>()

/** Adds a step to be done again after each change of the page. */
export const afterMorph = (again: () => void): void => void morphed.add(again)

/** Gives an element the new markup, but for parts that somebody is using. Those wait. */
export function show(element: Element, markup: string, force = false): void {
  let kept = false
  const keep = (node: Node): boolean => {
    if (force || !(node instanceof Element) || !isHeld(node)) return true
    kept = true
    return false
  }
  Idiomorph.morph(element, markup, {
    morphStyle: 'innerHTML',
    callbacks: {
      beforeNodeMorphed: keep,
      beforeNodeRemoved(node) {
        // Words that a script put beside a button are not the server's to take away.
        if (node instanceof Element && node.matches('[data-stays]')) return false
        if (force || !(node instanceof Element) || !holds(node)) return true
        kept = true
        return false
      },
      // Scripts' own marks, and parts that a reader has opened, are not the server's business.
      beforeAttributeUpdated: (name, node) =>
        !/^data-nhsuk-.*-init$/.test(name) && !(name === 'open' && node.matches('details')),
    },
  })
  if (kept) waiting.set(element, markup)
  else waiting.delete(element)
  element.toggleAttribute('data-waiting', kept && [...element.querySelectorAll('form')].some(isUnsaved))
  for (const again of morphed) again()
}

/** True while an answer that is being typed keeps a part of the page from moving on. */
export const isWaiting = (): boolean => document.querySelector('[data-waiting]') !== null

/** Shows waiting parts as soon as nobody is at them any more; with `force` at once. */
export function showWaiting(force = false): void {
  for (const [element, markup] of waiting) show(element, markup, force)
}

export function watchWaiting(): void {
  document.addEventListener('focusout', () => setTimeout(() => showWaiting(), 0))
}
