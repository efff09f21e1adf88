import type { PointMeaning } from './marks.ts'
import type { Painted, Painter } from './paint.ts'

export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent'

/** A drawing in a square of 46 and the words that say the same. */
export interface Sign {
  words: string
  parts: [paint: Painted, d: string][]
}

const up = 'M10 32l9-9 6 5 11-13M28 15h8v8'
const down = 'M10 14l9 9 6-5 11 13M28 31h8v-8'
const wave = 'M8 23c3-9 7-9 10 0s7 9 10 0 7-9 10 0'

/** The sign of the latest point. A gain rises where more is better and falls where less is. */
export function variationSign(
  meaning: PointMeaning | null,
  direction: 'increase' | 'decrease' | 'neutral',
): Sign {
  const more = direction === 'increase'
  switch (meaning) {
    case null:
      return { words: 'Not clear yet', parts: [['sign-usual', 'M14 23h.1M23 23h.1M32 23h.1']] }
    case 'common_cause':
      return { words: 'No change', parts: [['sign-usual', wave]] }
    case 'special_cause_improvement':
      return { words: 'Better', parts: [['sign-better', more ? up : down]] }
    case 'special_cause_concern':
      return { words: 'Worse', parts: [['sign-worse', more ? down : up]] }
    case 'special_cause_neutral_high':
      return { words: 'Higher', parts: [['sign-neutral', up]] }
    case 'special_cause_neutral_low':
      return { words: 'Lower', parts: [['sign-neutral', down]] }
  }
}

const aim: [Painted, string] = ['sign-aim', 'M7 23h32']

/** The sign of a target: will the process meet it as it stands? */
export function assuranceSign(assurance: Assurance): Sign {
  if (assurance === 'consistent_pass')
    return { words: 'Will meet the target', parts: [aim, ['sign-better', 'M14 13l6 6 12-12M12 33h22']] }
  if (assurance === 'consistent_fail')
    return { words: 'Will miss the target', parts: [aim, ['sign-worse', 'M17 8l10 10M27 8L17 18M12 33h22']] }
  return { words: 'May meet or miss the target', parts: [aim, ['sign-usual', wave]] }
}

/** The drawing inside its ring. */
export const drawnSign = ({ parts }: Sign, paint: Painter): string =>
  parts.map(([name, d]) => `<path${paint(name)} d="${d}"/>`).join('')

/** The ring has the colour of what is drawn last, which is what the sign says. */
export const ringOf = ({ parts }: Sign, paint: Painter): string =>
  `<circle${paint(parts.at(-1)![0])} cx="23" cy="23" r="21"/>`
