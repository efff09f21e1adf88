import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'nhsuk-frontend'

/** A radio button has no state of being expanded: what it reveals is announced by standing next. */
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState(radio: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(radio)
    radio.removeAttribute('aria-expanded')
  }
}

const components = [Button, Checkboxes, ErrorSummary, NotificationBanner, PlainRadios, SkipLink]

/** The design system's behaviours, for what is in the page now and has none yet. */
export function behave(): void {
  for (const component of components) {
    // Quiet where one has its behaviour already.
    createAll(component as typeof Button, undefined, () => {})
  }
}
