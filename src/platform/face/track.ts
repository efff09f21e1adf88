import { classes, element, type Listed, present } from './element.ts'
import { glyph, type GlyphName } from './glyph.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

/** Where a step stands: done, the one that is on, one that somebody waits for too long, yet to come, ended, or not known. */
export type TrackState = 'done' | 'now' | 'late' | 'later' | 'stopped' | 'unknown'

export interface TrackStep {
  name: string
  glyph: GlyphName
  state: TrackState
  /** A few words below the name: a day, a count. */
  note?: Words
  href?: string
}

interface TrackProps {
  /** The steps in one sentence, for whoever does not see them. */
  label: string
  steps: Listed<TrackStep>
  /** Without names and notes, in a row of a list. */
  small?: boolean
}

const spoken: Record<TrackState, string> = {
  done: 'done',
  now: 'now',
  late: 'late',
  later: 'to come',
  stopped: 'stopped',
  unknown: 'not recorded',
}

/** That a step is not known stands in words, where there is room for them. */
function noteOf({ state, note }: TrackStep, small: boolean | undefined): Html | undefined {
  const words = state === 'unknown' ? spoken.unknown : note
  if (!words) return undefined
  return element('span', { class: small ? 'nhsuk-u-visually-hidden' : 'app-track__note' }, words)
}

/** Steps on one line, each a drawing in a circle: filled when it is done, an outline when it is on or to come. */
export function track({ label, steps, small }: TrackProps): Html {
  return element(
    'ol',
    { class: classes('app-track', small && 'app-track--small'), 'aria-label': label },
    present(steps).map((step) => {
      const name = element('span', { class: 'app-track__name' }, step.name)
      return element(
        'li',
        {
          class: `app-track__step app-track__step--${step.state}`,
          ...(small && { title: `${step.name}: ${spoken[step.state]}` }),
        },
        glyph(step.state === 'stopped' ? 'cross' : step.glyph),
        step.href ? element('a', { class: 'nhsuk-link', href: step.href }, name) : name,
        step.state !== 'unknown' &&
          element('span', { class: 'nhsuk-u-visually-hidden' }, `: ${spoken[step.state]}`),
        noteOf(step, small),
      )
    }),
  )
}
