import { coProducersTable, ideaDetails } from '../../before/ideas/views/card.ts'
import { type ShownIdea } from '../../before/ideas/record.ts'
import { coProducerNames, type CoProducerKind, type ShownCoProducer } from '../../before/ideas/rules.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../platform/face/command-form.ts'
import { table } from '../../platform/face/tables.ts'
import { paths } from '../../paths.ts'
import { capitalised } from '../../platform/text/english.ts'

/** A team's work with an idea so far. */
export interface TeamThread {
  team: { id: string; name: string }
  reflected: boolean
  chosen: boolean
  pledged: boolean
  released: boolean
}

export interface IdeaPageProps {
  network: { id: string; team_noun: string; team_noun_plural: string; created_at: string }
  /** Votes or pledges of an event before were not written down. */
  unrecorded: boolean
  idea: ShownIdea
  coProducers: ShownCoProducer[]
  threads: TeamThread[]
  mayKeep: boolean
  removed: { id: string; kind: CoProducerKind } | undefined
  /** Cards of other slices. */
  cards: Html[]
  sending: FormToken
}

export function ideaPage({
  network,
  idea,
  coProducers,
  threads,
  unrecorded,
  mayKeep,
  removed,
  cards,
  sending,
}: IdeaPageProps): Html {
  const at = { network: network.id, idea: idea.id }
  const teamLink = html`<a
    class="nhsuk-link"
    href="${paths.team({ network: network.id, team: idea.team.id })}"
    >${idea.team.name}</a
  >`
  return html`${removed && undo(at, removed, sending)}
    <h1 class="nhsuk-heading-l">${idea.title}</h1>
    <p class="nhsuk-body-l">A change idea from ${teamLink}</p>
    ${ideaDetails(idea, network.created_at)}
    ${mayKeep && button({ text: 'Edit the idea', href: paths.editIdea(at), variant: 'secondary' })}
    <h2 class="nhsuk-heading-m">Made together with</h2>
    ${coProducersTable({ network, idea: idea.id, coProducers, ...(mayKeep && { sending }) })}
    ${mayKeep && button({ text: 'Add co-producers', href: paths.newCoProducer(at), variant: 'secondary' })}
    <h2 class="nhsuk-heading-m">Where it has gone</h2>
    ${threads.length === 0 ? (unrecorded ? notWritten(network) : nowhereYet(network)) : threadTable(network, idea, threads)}
    ${cards}`
}

const undo = (
  at: { network: string; idea: string },
  removed: { id: string; kind: CoProducerKind },
  sending: FormToken,
) =>
  insetText({
    content: html`<p>“${coProducerNames[removed.kind]}” was removed from the card.</p>
      ${postingButton(
        { action: paths.restoreCoProducer({ ...at, coProducer: removed.id }), sending },
        { text: 'Put it back', variant: 'secondary', small: true },
      )}`,
  })

const nowhereYet = (network: IdeaPageProps['network']): Html =>
  html`<p>
    No ${network.team_noun} has reflected on it, chosen it or pledged to test it yet. When one does, it is
    listed here with all that came of it.
  </p>`

const notWritten = (network: IdeaPageProps['network']): Html =>
  html`<p>
    Which ${network.team_noun_plural} reflected on it, chose it or pledged to test it was not recorded.
  </p>`

const step = ({ reflected, chosen, pledged, released }: TeamThread): string =>
  [
    reflected && 'reflected on it',
    chosen && 'chose it',
    pledged && 'pledged to test it',
    released && 'released a pledge',
  ]
    .filter((one) => one !== false)
    .join(', ')

function threadTable(network: IdeaPageProps['network'], idea: ShownIdea, threads: TeamThread[]): Html {
  const rows = threads.map((thread) => [
    html`<a
      class="nhsuk-link"
      href="${paths.thread({ network: network.id, team: thread.team.id, idea: idea.id })}"
      >${thread.team.name}<span class="nhsuk-u-visually-hidden">: the whole thread</span></a
    >`,
    capitalised(step(thread)),
  ])
  return html`<p>Follow a name to the whole thread, from the reflection to what became of the idea there.</p>
    ${table({ head: [capitalised(network.team_noun), 'So far'], rows, firstCellIsHeader: true })}`
}
