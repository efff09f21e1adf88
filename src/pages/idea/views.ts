import { coProducersTable, ideaStory } from '../../before/ideas/views/card.ts'
import { type ShownIdea } from '../../before/ideas/record.ts'
import { coProducerNames, type CoProducerKind, type ShownCoProducer } from '../../before/ideas/rules.ts'
import { button } from '../../platform/face/button.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../platform/face/command-form.ts'
import { paths } from '../../paths.ts'
import { listed } from '../../platform/text/english.ts'
import { shades } from '../spread/grid.ts'
import type { Stage } from '../spread/uptake.ts'

/** A team's work with an idea so far. */
export interface TeamThread {
  team: { id: string; name: string }
  stage: Stage
  tested: boolean
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

/** An idea: its claim, what changes, who made it together, and who has taken it up. */
export function ideaPage(props: IdeaPageProps): Html {
  const { network, idea, coProducers, threads, unrecorded, mayKeep, removed, cards, sending } = props
  const at = { network: network.id, idea: idea.id }
  return html`${removed && undo(at, removed, sending)}
    <h1 class="nhsuk-heading-xl app-claim">${idea.title}</h1>
    <p class="app-lead">
      From
      <a class="nhsuk-link" href="${paths.team({ network: network.id, team: idea.team.id })}"
        >${idea.team.name}</a
      >${madeWith(coProducers)}
    </p>
    ${idea.cameFrom !== null && html`<p>It comes from: ${idea.cameFrom}</p>`}
    <div class="app-with-aside">
      <div>
        ${ideaStory(idea, { mayKeep, edit: paths.editIdea(at), cameInAt: network.created_at })}
        ${mayKeep && button({ text: 'Edit the idea', href: paths.editIdea(at), variant: 'secondary' })}
        ${
          (coProducers.length > 0 || mayKeep) &&
          html`<section class="app-card">
            <h2 class="nhsuk-heading-m">Made together with</h2>
            ${coProducersTable({ network, idea: idea.id, coProducers, ...(mayKeep && { sending }) })}
            ${mayKeep && button({ text: 'Add co-producers', href: paths.newCoProducer(at), variant: 'secondary' })}
          </section>`
        }
        ${cards}
      </div>
      <div>
        <section class="app-card">
          <h2 class="nhsuk-heading-m">Who has taken it up</h2>
          ${threads.length === 0 ? (unrecorded ? notWritten(network) : nowhereYet(network)) : takers(network, idea, threads)}
        </section>
      </div>
    </div>`
}

/** In a few words with whom it was made; nothing where nobody recorded it. */
function madeWith(coProducers: readonly ShownCoProducer[]): string {
  const kinds = [
    ...new Set(coProducers.filter(({ kind }) => kind !== 'staff').map(({ kind }) => coProducerNames[kind])),
  ]
  return kinds.length > 0 ? `, made together with ${listed(kinds).toLowerCase()}` : ''
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

const deeds: Record<Stage, string> = {
  none: 'Has begun',
  home: 'Brought it',
  looked: 'Reflected on it',
  chose: 'Chose it',
  interested: 'Is interested in it',
  pledged: 'Pledged to test it',
  planning: 'Plans its first test',
  tests: 'Tests it',
  adapting: 'Adapts it and tests that',
  implementing: 'Makes it usual work',
  adopted: 'Adopted it',
  sustained: 'Has kept it up for six months',
  paused: 'Paused it',
  declined: 'Said that it is not for them',
  stopped: 'Tested and stopped it',
}

const deedOf = ({ stage, tested }: TeamThread): string =>
  stage === 'stopped' && !tested ? 'Released its pledge' : deeds[stage]

/** The others that did something with it, each a link to its whole thread. */
const takers = (network: IdeaPageProps['network'], idea: ShownIdea, threads: TeamThread[]): Html =>
  html`<ul class="app-takers">
    ${threads.map((thread) => {
      const href = paths.thread({ network: network.id, team: thread.team.id, idea: idea.id })
      return html`<li class="app-matrix__cell app-matrix__cell--${shades[thread.stage]}">
        <a class="nhsuk-link" href="${href}"
          >${thread.team.name}<span class="nhsuk-u-visually-hidden">: the whole thread</span></a
        >
        <span class="app-matrix__detail">${deedOf(thread)}</span>
      </li>`
    })}
  </ul>`
