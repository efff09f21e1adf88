import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { CycleView } from '../record.ts'
import { confidenceNames, decisionNames, expectedWords, scaleNames, type Decision } from '../rules.ts'
import { decided, drawnRamp, drawnRamps, underWay, type Listed } from './ramp.ts'

const colours = { adopt: 'green', adapt: 'blue', bigger: 'blue', again: 'yellow', abandon: 'grey' } as const

export const cycleTag = (decision: Decision | null): Html =>
  decision
    ? tag({ text: decided[decision], colour: colours[decision] })
    : tag({ text: underWay, colour: 'aqua-green' })

export const breakthroughTag = (): Html => tag({ text: 'Biggest breakthrough', colour: 'orange' })

export interface CyclePage {
  network: string
  team: string
  cycle: CycleView
  /** The ramp that it is one of, in order. */
  ramp: readonly CycleView[]
  pledge: { href: string; words: string }
  mayChange: boolean
  /** The address of the next test of the pledge. */
  next: string
  sending: FormToken
}

const happened = ({ happened, asExpected, learnt }: CycleView): Html =>
  happened === null
    ? html`<p>Not written down yet.</p>`
    : html`<div class="app-halves__said">${prose(happened)}</div>
        ${asExpected !== null && html`<p>It went <strong>${expectedWords[asExpected]}</strong>.</p>`}
        ${
          learnt !== null &&
          html`<h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">What that tells us</h3>
            ${prose(learnt)}`
        }`

function toDo({ network, cycle, next, sending }: CyclePage): Html {
  const at = { network, cycle: cycle.id }
  if (cycle.decision === null)
    return html`<div class="nhsuk-button-group">
      ${button({ text: 'Write down what came of it', href: paths.cycleStudy(at) })}
      ${button({ text: 'Change', href: paths.editCycle(at), variant: 'secondary' })}
    </div>`
  const honour = cycle.breakthrough
    ? postingButton(
        { action: paths.noBreakthrough(at), sending },
        { text: 'It is not our biggest breakthrough', variant: 'secondary' },
      )
    : postingButton(
        { action: paths.breakthrough(at), sending },
        { text: 'Our biggest breakthrough', variant: 'secondary' },
      )
  return html`<div class="nhsuk-button-group">
    ${button({ text: 'Plan the next test', href: next })} ${honour}
    ${postingButton(
      { action: paths.reopenCycle(at), sending },
      { text: 'It is not over after all', variant: 'secondary' },
    )}
  </div>`
}

/** A test: what was expected and what happened beside each other, and the ramp that it is one of. */
export function cyclePage(props: CyclePage): Html {
  const { network, team, cycle, ramp, pledge, mayChange } = props
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">A test by ${team}</span>
      ${cycle.question}
    </h1>
    <p>${cycleTag(cycle.decision)} ${cycle.breakthrough && breakthroughTag()}</p>
    ${ramp.length > 1 && drawnRamp(network, ramp, cycle.id)}
    <div class="app-halves">
      <section class="app-card">
        <h2 class="nhsuk-heading-s">Expected</h2>
        <div class="app-halves__said">${prose(cycle.prediction)}</div>
        ${cycle.confidence !== null && html`<p>${confidenceNames[cycle.confidence]}.</p>`}
      </section>
      <section class="app-card">
        <h2 class="nhsuk-heading-s">Happened</h2>
        ${happened(cycle)}
      </section>
    </div>
    ${mayChange && toDo(props)}
    ${summaryList({
      rows: [
        cycle.decision !== null && {
          key: 'Then',
          value: `${decisionNames[cycle.decision]} (${day(dayOf(cycle.decidedAt!))})`,
        },
        cycle.next !== null && { key: 'Next to find out', value: cycle.next },
        cycle.scale !== null && { key: 'Scale', value: scaleNames[cycle.scale] },
        cycle.plan !== null && { key: 'Who does what', value: prose(cycle.plan) },
        cycle.data !== null && { key: 'What is counted', value: prose(cycle.data) },
        { key: 'Planned on', value: day(dayOf(cycle.plannedAt)) },
        cycle.startsOn !== null && { key: 'Starts on', value: day(cycle.startsOn) },
        { key: 'Pledge', value: html`<a href="${pledge.href}">${pledge.words}</a>` },
      ],
    })}`
}

/** A part of a page, with a heading; `add` is where a first or next one is planned. */
export const cyclesCard = (
  network: string,
  cycles: readonly Listed[],
  { none, add, size = 'm' }: { none: string; add?: string | undefined; size?: 'm' | 'l' },
): Html =>
  html`<section class="app-card">
    <h2 class="nhsuk-heading-${size}">Tests</h2>
    ${cycles.length === 0 ? html`<p>${none}</p>` : drawnRamps(network, cycles)}
    ${add && button({ text: 'Plan a test', href: add, variant: 'secondary' })}
  </section>`
