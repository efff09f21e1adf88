import type { AtEvent } from '../../../before/events/rules.ts'
import { bars } from '../../../platform/face/bars.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { table } from '../../../platform/face/tables.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import {
  choiceNames,
  chosenParts,
  fewest,
  fewestInGroup,
  questions,
  sentenceOf,
  stateNames,
  writtenParts,
  type Chosen,
  type Group,
  type Results,
  type Written,
} from '../rules.ts'
import type { FeedbackContactRow, FeedbackProgress } from '../store/answers.ts'
import { capitalised } from '../../../platform/text/english.ts'

export interface ResultsProps {
  at: AtEvent
  eventName: string
  teamNoun: string
  standing: FeedbackProgress
  results: Results | undefined
  /** The day is over. */
  past: boolean
  /** For organisers alone: who asked to be contacted. */
  contacts: FeedbackContactRow[] | undefined
  sending: FormToken
}

const colours = { made: 'grey', open: 'green', closed: 'blue' } as const

export const answeredOf = ({ answered, there }: Pick<FeedbackProgress, 'answered' | 'there'>): string =>
  `${answered} of ${there} ${answered === 1 ? 'has' : 'have'} answered`

export const resultsPage = (props: ResultsProps): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${props.eventName}</span>
      How people found the day
    </h1>
    <p>${tag({ text: stateNames[props.standing.state], colour: colours[props.standing.state] })}</p>
    ${stands(props)} ${props.contacts && organisersPart(props)} ${props.results && said(props, props.results)}
    ${props.contacts && props.contacts.length > 0 && contactsPart(props)}`

function stands({ at, standing, results, past }: ResultsProps): Html {
  if (standing.state === 'made')
    return past
      ? html`<p>No answers are recorded here.</p>`
      : html`<p>Nobody has been asked yet. The form opens with its part of the programme.</p>`
  if (standing.state === 'open')
    return html`<p class="nhsuk-body-l">${answeredOf(standing)}</p>
      <p>What they said is shown when the form is closed. Until then nobody sees it, organisers included.</p>
      <p><a href="${paths.feedback(at)}">Answer the form</a></p>`
  return html`<p class="nhsuk-body-l">${results && sentenceOf(results)}</p>`
}

function organisersPart({ at, standing, sending }: ResultsProps): Html | undefined {
  if (standing.state === 'made')
    return postingButton({ action: paths.feedbackOpening(at), sending }, { text: 'Open the form' })
  if (standing.state === 'open')
    return button({ text: 'Close the form', href: paths.feedbackClosure(at), variant: 'secondary' })
  return undefined
}

const tooFew = html`<p>Fewer than ${fewest} people answered this, so that nothing is shown.</p>`

function chosen(part: Chosen, { chosen: all }: Results): Html {
  const { answered, counts } = all[part]
  if (!counts)
    return html`<h2 class="nhsuk-heading-m">${questions[part]}</h2>
      ${tooFew}`
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0))
  return html`<h2 class="nhsuk-heading-m">${questions[part]}</h2>
    ${bars({
      caption: `${answered} answered`,
      bars: counts.map(({ option, count }) => ({
        text: choiceNames[part][option]!,
        share: (count ?? 0) / most,
        value: count === null ? 'Not shown' : String(count),
      })),
    })}
    ${
      counts.some(({ count }) => count === null) &&
      html`<p class="nhsuk-u-secondary-text-colour">
        Not shown: what fewer than ${fewest} people said, and what would give that away.
      </p>`
    }`
}

function written(part: Written, { written: all }: Results): Html {
  const { texts } = all[part]
  return html`<h2 class="nhsuk-heading-m">${questions[part]}</h2>
    ${
      texts
        ? html`<ul class="nhsuk-list nhsuk-list--border">
            ${texts.map((text) => html`<li>${prose(text)}</li>`)}
          </ul>`
        : tooFew
    }`
}

/** The answer in the middle of each group that is large enough. */
function groups(head: string, all: Group[]): Html | undefined {
  if (all.every((group) => group.typical === null)) return undefined
  return table({
    head: [head, 'How useful, typically'],
    rows: all.map(({ name, typical }) => [name, typical ? choiceNames.useful[typical]! : 'Too few to show']),
    firstCellIsHeader: true,
  })
}

function said({ contacts, teamNoun }: ResultsProps, results: Results): Html | undefined {
  if (results.answered === 0) return undefined
  const grouped = [groups(capitalised(teamNoun), results.teams), groups('Came as', results.parts)]
  return html`${chosenParts.map((part) => chosen(part, results))}
  ${
    grouped.some((one) => one !== undefined) &&
    html`<h2 class="nhsuk-heading-m">By group</h2>
      <p>
        The answer in the middle, for groups of ${fewestInGroup} or more who said that they belong to one.
      </p>
      ${grouped}`
  }
  ${contacts && writtenParts.map((part) => written(part, results))}
  ${!contacts && html`<p>What people wrote in words is read by the organisers.</p>`}`
}

const contactsPart = ({ at, contacts }: ResultsProps): Html =>
  html`<h2 class="nhsuk-heading-m">Who asked to be contacted</h2>
    <p>Kept apart from what anybody answered. Remove each when you have reached them.</p>
    ${summaryList({
      rows: contacts!.map(({ id, name, how, about }) => ({
        key: name,
        value: html`${how}${about && prose(about)}`,
        actions: [
          {
            text: 'Remove',
            href: paths.forgetContact({ ...at, contact: id }),
            visuallyHiddenText: `how to reach ${name}`,
          },
        ],
      })),
    })}`

export const closingPage = ({
  at,
  standing,
  sending,
}: {
  at: AtEvent
  standing: FeedbackProgress
  sending: FormToken
}): Html =>
  html`<h1 class="nhsuk-heading-l">Close the feedback form?</h1>
    <p class="nhsuk-body-l">${answeredOf(standing)}</p>
    ${insetText({
      content:
        'After this nobody can answer any more, and the form cannot be opened again: what is hidden now could be worked out from the difference. It closes by itself two weeks after the day.',
    })}
    ${
      standing.state === 'open'
        ? postingButton(
            { action: paths.feedbackClosure(at), sending },
            { text: 'Close the form and show the results', variant: 'warning' },
          )
        : html`<p>The form is not open.</p>`
    }
    <p><a href="${paths.feedbackResults(at)}">Go back without closing it</a></p>`

export const removalPage = (
  { at, contact }: { at: AtEvent; contact: FeedbackContactRow },
  sending: FormToken,
): Html =>
  html`<h1 class="nhsuk-heading-l">Remove how to reach ${contact.name}?</h1>
    <p>
      It is taken away for good. What they answered stays, because nobody can tell which answers are theirs.
    </p>
    ${postingButton(
      { action: paths.forgetContact({ ...at, contact: contact.id }), sending },
      { text: 'Remove', variant: 'warning' },
    )}
    <p><a href="${paths.feedbackResults(at)}">Keep it</a></p>`
