import { day, shortDay } from '../../platform/face/dates.ts'
import { glyph } from '../../platform/face/glyph.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { track, type TrackState } from '../../platform/face/track.ts'
import { capitalised } from '../../platform/text/english.ts'
import { paths } from '../../paths.ts'
import type { OnTheWay, StepRecord, StepWait, ThreadStep } from './step.ts'

export interface ShownThread extends Pick<OnTheWay, 'network' | 'team' | 'idea'> {
  steps: ThreadStep[]
}

/** The way of a team with an idea: the steps drawn on a line, then what was done and said, in its order. */
export function threadPage({ network, team, idea, steps }: ShownThread): Html {
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl"
        ><a href="${paths.team({ network: network.id, team: team.id })}">${team.name}</a></span
      >
      ${idea ? idea.title : 'From the pledge to its tests'}
    </h1>
    <p class="app-lead">
      ${
        idea
          ? `What this ${network.team_noun} has done with the idea, step by step.`
          : `What came of the pledge, step by step. ${capitalised(team.name)} made it without one of the ideas.`
      }
    </p>
    ${threadTrack(steps)}
    <ol class="app-story">
      ${steps.filter(({ taken, waits }) => taken.length > 0 || waits).map(chapter)}
    </ol>
    ${open(steps)}`
}

/** The drawing of the steps: what is done, what is next, and what nobody wrote down; on another page, `at` the thread's. */
export function threadTrack(steps: readonly ThreadStep[], at = ''): Html {
  const last = steps.findLastIndex(({ state }) => state === 'taken')
  const next = steps.findIndex(({ state }, at) => at > last && state === 'not yet')
  const stateOf = ({ state, waits }: ThreadStep, place: number): TrackState => {
    if (waits) return waits.late ? 'late' : 'now'
    if (state === 'taken') return 'done'
    if (state === 'not recorded') return 'unknown'
    return place === next ? 'now' : 'later'
  }
  return track({
    label: 'The steps',
    steps: steps.map((step, place) => ({
      name: step.name,
      glyph: step.glyph,
      state: stateOf(step, place),
      note: noteOf(step, place === next),
      ...((step.taken[0] ?? step.waits) && { href: `${at}#${idOf(step)}` }),
    })),
  })
}

const idOf = ({ name }: ThreadStep) => `step-${name.toLowerCase()}`

function noteOf({ state, taken, waits }: ThreadStep, isNext: boolean): string {
  if (waits) return waits.says
  if (state !== 'taken') return isNext ? 'next' : ''
  if (taken.length > 1) return `${taken.length} times`
  return taken[0]!.on ? shortDay(taken[0]!.on) : ''
}

const chapter = (step: ThreadStep): Html =>
  html`<li class="app-story__step" id="${idOf(step)}">
    <h2 class="app-story__name"><span class="app-chip">${glyph(step.glyph)} ${step.name}</span></h2>
    <ul>
      ${step.taken.map(deed)} ${step.waits && clock(step.waits)}
    </ul>
  </li>`

const deed = ({ on, says, href, quote, note }: StepRecord): Html =>
  html`<li>
    <span class="app-story__on">${on ? day(on) : 'Day not recorded'}</span>
    ${
      quote
        ? html`<blockquote class="app-story__quote"><a href="${href}">${quote}</a></blockquote>
            <p class="nhsuk-u-secondary-text-colour">${note}</p>`
        : html`<p><a href="${href}">${says}</a></p>`
    }
  </li>`

const clock = ({ says, late, href }: StepWait): Html =>
  html`<li class="app-story__waits">
    <span class="app-story__on">${late ? 'Overdue' : 'Now'}</span>
    <p><a href="${href}">Waits for an answer</a>: <strong>${says}</strong></p>
  </li>`

/** The steps that are yet to come, in a sentence. */
function open(steps: readonly ThreadStep[]): Html | undefined {
  const names = steps
    .filter(({ state, waits }) => state === 'not yet' && !waits)
    .map(({ name }) => name.toLowerCase())
  if (names.length === 0) return undefined
  return html`<p class="app-story__open">Still to come: ${names.join(', ')}.</p>`
}
