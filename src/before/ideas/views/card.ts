import { card } from '../../../platform/face/card.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, safeHref, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { prose } from '../../../platform/face/prose.ts'
import { table } from '../../../platform/face/tables.ts'
import { paths } from '../../../paths.ts'
import { notRecorded } from '../../networks/rules.ts'
import type { ShownIdea } from '../record.ts'
import { coProducerNames, type ShownCoProducer } from '../rules.ts'

/** Ideas as cards, each a link to its page. */
export const ideaCards = (network: string, ideas: readonly ShownIdea[], level: 2 | 3 = 2): Html =>
  html`<ul class="app-cards">
    ${ideas.map((idea) => html`<li>${ideaCard(network, idea, level)}</li>`)}
  </ul>`

const shortest = 160

/** The beginning of a text, cut between words. */
const beginning = (words: string): string =>
  words.length <= shortest ? words : `${words.slice(0, words.lastIndexOf(' ', shortest))} …`

const ideaCard = (network: string, idea: ShownIdea, level: 2 | 3): Html =>
  card({
    heading: { text: idea.title, level, size: 's' },
    href: paths.idea({ network, idea: idea.id }),
    clickable: true,
    content: html`<p class="nhsuk-card__description nhsuk-u-secondary-text-colour">${idea.team.name}</p>
      ${idea.changes !== null && html`<p class="nhsuk-card__description">${beginning(idea.changes)}</p>`}`,
  })

interface StoryProps {
  mayKeep: boolean
  /** The form of the card. */
  edit: string
  /** The time when the records of the network came in: nobody changed the card then. */
  cameInAt: string
}

const parts = [
  ['problem', 'The problem'],
  ['changes', 'What changes'],
  ['evidence', 'How we know that it helps'],
  ['needs', 'What it needs'],
] as const

/** The card of an idea as it is told; a part that is empty invites those who keep the card, and nobody else sees it. */
export function ideaStory(idea: ShownIdea, { mayKeep, edit, cameInAt }: StoryProps): Html {
  const isEmpty = parts.every(([name]) => idea[name] === null)
  return html`${parts.map(([name, title]) =>
    idea[name] === null
      ? mayKeep && invitation(name, title, edit)
      : html`<section class="${name === 'evidence' ? 'app-card app-evidence' : 'app-told'}">
          <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-2">${title}</h2>
          ${prose(idea[name])}
        </section>`,
  )}
  ${isEmpty && !mayKeep && html`<p class="nhsuk-u-secondary-text-colour">More than this was not recorded.</p>`}
  ${idea.slidesUrl !== null && html`<p>Slides: ${slides(idea.slidesUrl)}</p>`}
  ${
    idea.updatedAt !== cameInAt &&
    html`<p class="nhsuk-u-secondary-text-colour">Last changed ${day(dayOf(idea.updatedAt))}</p>`
  }`
}

const invitation = (name: string, title: string, edit: string): Html =>
  html`<p class="app-told app-not-printed nhsuk-u-secondary-text-colour">
    ${title}: not said yet. <a class="nhsuk-link" href="${edit}#${name}">Say it</a>
  </p>`

function slides(address: string): Html {
  const href = safeHref(address)
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
