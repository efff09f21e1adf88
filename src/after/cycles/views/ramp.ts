import { html, type Html } from '../../../platform/face/html.ts'
import { ramp, type RampStep } from '../../../platform/face/ramp.ts'
import { capitalised, counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import type { CycleView } from '../record.ts'
import { rampsOf, scaleNames, sizeOf, type Decision } from '../rules.ts'

export const decided: Record<Decision, string> = {
  adopt: 'Adopted',
  adapt: 'Adapting',
  bigger: 'Growing',
  again: 'Testing again',
  abandon: 'Stopped',
}

export const underWay = 'Being tested'

/** A test of a list, with its team where the list holds several. */
export type Listed = CycleView & { by?: string }

const stateOf = ({ decision }: CycleView): RampStep['state'] =>
  decision === null ? 'now' : decision === 'adopt' ? 'done' : decision === 'abandon' ? 'stopped' : 'over'

const noteOf = ({ scale, decision }: CycleView): string =>
  [scale === null ? '' : scaleNames[scale], decision === null ? underWay : decided[decision]]
    .filter((words) => words !== '')
    .join(' · ')

/** One ramp as circles that grow; `current` is the test that the page is about. */
export const drawnRamp = (network: string, cycles: readonly Listed[], current?: string): Html =>
  ramp({
    label: capitalised(`${counted(cycles.length, 'test')}, the first at the start`),
    steps: cycles.map((cycle) => ({
      text: cycle.question,
      href: paths.cycle({ network, cycle: cycle.id }),
      size: sizeOf(cycle.scale),
      state: stateOf(cycle),
      note: cycle.by ? `${cycle.by} · ${noteOf(cycle)}` : noteOf(cycle),
      current: cycle.id === current,
      ...(cycle.breakthrough && { honour: 'Biggest breakthrough' }),
    })),
  })

/** The ramps of several tests, the one that went on last first. */
export function drawnRamps(network: string, cycles: readonly Listed[]): Html {
  const lastOf = (one: Listed[]) => one.at(-1)!.plannedAt
  const ramps = rampsOf(cycles).toSorted((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1))
  return html`${ramps.map((one) => drawnRamp(network, one))}`
}
