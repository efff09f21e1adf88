import { capitalised, counted } from '../../../platform/text/english.ts'

/** The steps of a host on the Desk; each can be taken back while it is the last. */
export const stepKinds = ['start', 'finish', 'skip', 'putBack', 'extend', 'forward', 'add', 'end'] as const
export type StepKind = (typeof stepKinds)[number]

interface Step {
  what: StepKind
  minutes: number | null
}

/** The step in the words that follow the name of the host: "started Lunch". */
export function doneWords({ what, minutes }: Step, title: string): string {
  const many = counted(Math.abs(minutes ?? 0), 'minute')
  if (what === 'extend')
    return (minutes ?? 0) < 0 ? `took ${many} off ${title}` : `gave ${title} ${many} more`
  const words = {
    start: `started ${title}`,
    finish: `finished ${title}`,
    skip: `left out ${title}`,
    putBack: `put ${title} back`,
    forward: `brought ${title} forward`,
    add: `added ${title}`,
    end: 'ended the day',
  }
  return words[what]
}

/** The same as a sentence for the host who did it: "Started Lunch". */
export function saidOf(step: Step, title: string): string {
  return capitalised(doneWords(step, title))
}

/** Lengths that can be given to the item that is on with one tap. */
export const extensions = [-5, 5, 10] as const
