import { element } from '../../../platform/face/element.ts'
import type { Html } from '../../../platform/face/html.ts'
import { ring } from '../../../platform/face/ring.ts'
import { answerWithin, clockWords, workingDaysLeft } from '../rules.ts'

const soon = 3

/** The time that is left for an answer, as a ring that runs out, with its words below. */
export function clock(madeAt: string, now: string): Html {
  const left = workingDaysLeft(madeAt, now)
  const { figure, says } = clockWords(left)
  return element(
    'div',
    { class: left < 0 ? 'app-clock app-clock--late' : 'app-clock' },
    ring({
      share: left < 0 ? 1 : left / answerWithin,
      figure,
      tone: left < 0 ? 'late' : left <= soon ? 'now' : 'good',
    }),
    ' ',
    element('span', {}, says),
  )
}
