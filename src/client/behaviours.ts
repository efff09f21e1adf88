import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'nhsuk-frontend'
import { say } from './announce.ts'

/** A radio button has no expanded state: the part that it reveals is announced by standing next. */
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState(radio: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(radio)
    radio.removeAttribute('aria-expanded')
  }
}

/** A press that was not sent may be repeated at once. A form sent by a script has its own way to be sent once. */
class RepeatableButton extends Button {
  override debounce(event: MouseEvent): false | undefined {
    return navigator.onLine && !this.$root.closest('[data-presses]') ? super.debounce(event) : undefined
  }
}

const components = [RepeatableButton, Checkboxes, ErrorSummary, NotificationBanner, PlainRadios, SkipLink]

/** The design system's behaviours, for parts of the page that have none yet. */
export function behave(): void {
  for (const component of components) {
    // Quiet where one has its behaviour already.
    createAll(component as typeof Button, undefined, () => {})
  }
}

/** Buttons that copy an address, where the browser lets a script do that. */
export function copyAddresses(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.hidden = !navigator.clipboard
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy']!)
      button.textContent = 'Copied'
      say('Copied')
    })
  }
}

/** The place where one is, in a row that a phone moves sideways. */
export function showPlace(): void {
  const list = document.querySelector('.app-navigation ul')
  const here = list?.querySelector('[aria-current]')?.parentElement
  if (list && here) list.scrollLeft = here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2
}
