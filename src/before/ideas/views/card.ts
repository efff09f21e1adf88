import { card } from '../../../platform/face/card.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, safeHref, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { recordRows } from '../../../platform/face/record-fields.ts'
import { summaryList } from '../../../platform/face/summary-list.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'
import { notRecorded } from '../../networks/rules.ts'
import { ideaFields, type ShownIdea } from '../record.ts'
import { coProducerNames, type ShownCoProducer } from '../rules.ts'

/** Ideas as cards, each a link to its page. */
export const ideaCards = (network: string, ideas: readonly ShownIdea[], level: 2 | 3 = 2): Html =>
  html`<ul class="nhsuk-grid-row nhsuk-card-group">
    ${ideas.map((idea) => html`<li class="nhsuk-grid-column-one-half nhsuk-card-group__item">${ideaCard(network, idea, level)}</li>`)}
  </ul>`

const ideaCard = (network: string, idea: ShownIdea, level: 2 | 3): Html =>
  card({
    heading: { text: idea.title, level, size: 's' },
    href: paths.idea({ network, idea: idea.id }),
    clickable: true,
    content: html`<p class="nhsuk-card__description nhsuk-u-secondary-text-colour">${idea.team.name}</p>`,
  })

/** Everything that the card of an idea says, and when; not when it only came in with the records of a network. */
export const ideaDetails = (idea: ShownIdea, cameInAt: string): Html =>
  summaryList({
    rows: [
      ...recordRows(ideaFields, idea, ['problem', 'changes', 'evidence', 'needs'], notRecorded),
      { key: 'Slides', value: slides(idea.slidesUrl) },
      idea.updatedAt !== cameInAt && { key: 'Last changed', value: day(dayOf(idea.updatedAt)) },
    ],
  })

function slides(address: string | null): Html {
  const href = address === null ? undefined : safeHref(address)
  return href
    ? html`<a class="nhsuk-link app-breaks" href="${href}" rel="noopener">${href}</a>`
    : html`${notRecorded}`
}

interface CoProducersProps {
  network: { id: string; team_noun: string }
  idea: string
  coProducers: readonly ShownCoProducer[]
  /** Given to those who keep the card: with it, records can be removed. */
  sending?: FormToken
}

/** The co-producers of an idea, service users and carers apart, and the team that recruited them. */
export function coProducersTable({ network, idea, coProducers, sending }: CoProducersProps): Html {
  if (coProducers.length === 0) return html`<p>${notRecorded}</p>`
  const head = ['Who', 'How many', 'Recruited by', 'How they took part']
  const rows = coProducers.map((one) => [
    coProducerNames[one.kind],
    howMany(one, sending !== undefined),
    one.recruitedBy?.name ?? (one.kind === 'staff' ? 'Staff' : notRecorded),
    one.note ?? notRecorded,
    sending && removal(network.id, idea, one, sending),
  ])
  return table({
    head: [
      ...head,
      sending && { text: 'Remove', visuallyHiddenText: `from this ${network.team_noun}’s idea` },
    ],
    rows,
    responsive: true,
    firstCellIsHeader: true,
  })
}

/** To others a small number of service users or carers looks just like one that was not recorded. */
const howMany = (one: ShownCoProducer, keeping: boolean): string => {
  if (one.howMany !== null) return String(one.howMany)
  return keeping || one.kind === 'staff' ? notRecorded : 'Not shown'
}

const removal = (network: string, idea: string, one: ShownCoProducer, sending: FormToken): Html =>
  postingButton(
    { action: paths.removeCoProducer({ network, idea, coProducer: one.id }), sending },
    {
      text: html`Remove<span class="nhsuk-u-visually-hidden"> ${coProducerNames[one.kind]}</span>`,
      variant: 'secondary',
      small: true,
      classes: 'nhsuk-u-margin-bottom-0',
    },
  )
