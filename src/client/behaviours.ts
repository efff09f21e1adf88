import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'nhsuk-frontend'

const components = [Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]

/** The design system's behaviours, for what is in the page now and has none yet. */
export function behave(): void {
  for (const component of components) {
    // Quiet where one has its behaviour already.
    createAll(component as typeof Button, undefined, () => {})
  }
}
