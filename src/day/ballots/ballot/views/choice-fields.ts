import { checkboxes } from '../../../../platform/face/checkboxes.ts'
import { explained, groupClasses } from '../../../../platform/face/field.ts'
import { fieldset } from '../../../../platform/face/fieldset.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import type { LegendProps } from '../../../../platform/face/legend.ts'
import { element } from '../../../../platform/face/element.ts'
import { marked } from '../../../../platform/face/mark.ts'
import { ranking } from '../../../../platform/face/ranking.ts'
import { radios } from '../../../../platform/face/radios.ts'
import { select } from '../../../../platform/face/select.ts'
import { errorOf, valueOf, valuesOf, type FormState } from '../../../../platform/form/state.ts'
import { mostChoices, type Voted } from '../rules/ballot.ts'
import { ordinal, wrongPlaces } from '../rules/option-order.ts'
import type { OptionShown } from '../../counting/store/results.ts'
import { capitalised } from '../../../../platform/text/english.ts'

export const optionItems = (options: readonly OptionShown[], own = '') =>
  options.map(({ idea, title, team, teamName, place }) => ({
    value: idea,
    text: marked(place, title),
    hint:
      team === own
        ? `From ${teamName}, your own: a vote for it is shown beside the result, not added to it`
        : `From ${teamName}`,
  }))

export interface ChoiceFieldsProps {
  voted: Voted
  /** The options of this voter. */
  options: readonly OptionShown[]
  form: FormState<'choice'>
  legend: LegendProps
  /** Other advice that the voter needs. */
  hint?: string
  /** The voter's own team, whose idea is counted apart. */
  own?: string
}

/** The ideas to choose from, as this ballot's method asks for them; sent as `choice`, once for each idea chosen. */
export function choiceFields(props: ChoiceFieldsProps): Html {
  const { voted, options, form, legend, own, hint } = props
  if (voted.method === 'ranked') return places(props)
  const error = errorOf(form, 'choice')
  const given = {
    name: 'choice',
    classes: 'app-options',
    fieldset: { legend },
    items: optionItems(options, own),
    ...(error && { error }),
  }
  if (voted.method !== 'several')
    return radios({ ...given, value: valueOf(form, 'choice'), ...(hint && { hint }) })
  const most = mostChoices(voted, options.length)
  const upTo = most === 1 ? 'Choose one idea.' : `Choose up to ${most} ideas.`
  return checkboxes({ ...given, values: valuesOf(form, 'choice'), hint: hint ? `${upTo} ${hint}` : upTo })
}

const inOrder =
  'Put them in order. If nobody’s first choice has more than half, the idea that fewest people put first is taken out and its votes move to the next choice.'

interface Place {
  at: number
  options: { value: string; text: string }[]
  chosen: string
  /** The page's error summary leads to the first wrong one. */
  id: string
  error: string | true | undefined
}

/** Lengths that a closed list may cut off, on a phone and on any screen. */
const cutFrom = { phone: 30, any: 64 }

const inFull = ({ text }: { text: string }): Html => {
  const from =
    text.length > cutFrom.any ? 'app-place__long' : text.length > cutFrom.phone ? 'app-place__short' : ''
  return html`<span class="${from}">${from && text}</span>`
}

/** A list, and below it the choice in full: a closed list cuts off long texts. */
const place = ({ at, options, chosen, id, error }: Place): Html =>
  select({
    name: 'choice',
    id,
    label: `${capitalised(ordinal(at + 1))} choice${at === 0 ? '' : ' (if you want)'}`,
    items: [
      { value: '', text: at === 0 ? 'Choose an idea' : 'No further choice' },
      ...options.map((option) => ({ ...option, selected: option.value === chosen })),
    ],
    group: {
      classes: 'app-place',
      after: html`<div class="app-place__chosen" aria-hidden="true">${options.map(inFull)}</div>`,
    },
    ...(error && { error }),
  })

const wrongIn = (chosen: readonly string[], error: string): Map<number, string> =>
  chosen.some((choice) => choice !== '') ? wrongPlaces(chosen) : new Map([[0, error]])

/** One list to choose from for each place, so that it works with a keyboard and without scripts. */
function places({ voted, options, form, legend, hint, own }: ChoiceFieldsProps): Html {
  const chosen = valuesOf(form, 'choice')
  const many = mostChoices(voted, options.length)
  const error = errorOf(form, 'choice')
  const wrong = error ? wrongIn(chosen, error) : new Map<number, string>()
  const first = wrong.size > 0 ? Math.min(...wrong.keys()) : 0
  const general = wrong.size === 0 && error ? { error } : {}
  const { describedBy, markup } = explained('choice', {
    hint: `${inOrder}${hint ? ` ${hint}` : ''}`,
    ...general,
  })
  const named = options.map(({ idea, title, team, teamName }) => ({
    value: idea,
    text: `${title} (${teamName}${team === own ? ', your own' : ''})`,
  }))
  const lists = Array.from({ length: many }, (_, at) =>
    place({
      at,
      options: named,
      chosen: chosen[at] ?? '',
      id: at === first ? 'choice' : `choice-${at + 1}`,
      error: wrong.get(at) ?? (general.error && true),
    }),
  )
  const cards = ranking({
    name: 'choice',
    how:
      options.length > many
        ? `Tap up to ${many}, in the order in which you would like to test them.`
        : 'Tap the ideas in the order in which you would like to test them.',
    items: optionItems(options, own).map(({ value, hint }, at) => ({
      value,
      text: options[at]!.title,
      hint,
      mark: options[at]!.place,
    })),
  })
  const content = html`${markup}${cards}${lists}`
  return element(
    'div',
    { class: groupClasses(general) },
    fieldset({ legend, ...(describedBy && { describedBy }), content }),
  )
}
