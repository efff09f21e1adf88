import { byClass } from './chart/paint.ts'
import type { PointMeaning } from './chart/marks.ts'
import { assuranceSign, drawnSign, ringOf, variationSign, type Assurance, type Sign } from './chart/signs.ts'
import { classes, element, type Decoration } from './element.ts'
import { trusted, type Html } from './html.ts'

export type VariationIconProps = Decoration & {
  /** Of the latest point; null where it is too early to say */
  variation: PointMeaning | null
  /** The way the measure should go */
  direction: 'increase' | 'decrease' | 'neutral'
}

export type AssuranceIconProps = Decoration & { assurance: Assurance }

function withWords(sign: Sign, rest: Decoration): Html {
  return element(
    'span',
    { class: classes('app-sign', rest.classes), id: rest.id, ...rest.attributes },
    element(
      'svg',
      {
        class: 'app-sign__picture',
        viewBox: '0 0 46 46',
        width: 46,
        height: 46,
        'aria-hidden': 'true',
        focusable: 'false',
      },
      trusted(ringOf(sign, byClass) + drawnSign(sign, byClass)),
    ),
    element('span', { class: 'app-sign__words' }, sign.words),
  )
}

/** The meaning of the latest point as a sign of our own with its words. */
export const variationIcon = ({ variation, direction, ...rest }: VariationIconProps): Html =>
  withWords(variationSign(variation, direction), rest)

/** The target against the limits, as a sign of our own with its words. */
export const assuranceIcon = ({ assurance, ...rest }: AssuranceIconProps): Html =>
  withWords(assuranceSign(assurance), rest)
