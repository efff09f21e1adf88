import { notRecorded, type AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
import { day } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { prose } from '../../../platform/face/prose.ts'
import { tag, type TagColour } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { PledgeView } from '../record.ts'
import { pledgeStateNames, wordsNotRecorded, type PledgeState } from '../rules.ts'

const colours: Record<PledgeState, TagColour> = { open: 'blue', completed: 'green', released: 'grey' }

export const pledgeTag = (state: PledgeState): Html =>
  tag({ text: pledgeStateNames[state], colour: colours[state] })

export const pledgeWords = (what: string | null): Html =>
  what === null ? html`<p class="nhsuk-u-secondary-text-colour">${wordsNotRecorded}</p>` : prose(what)

/** One pledge on a wall. It is shown to everyone, so it names no person. */
export const pledgeCard = (pledge: PledgeView, at: AtEvent): Html =>
  card({
    heading: { text: pledge.team.name, size: 'm' },
    href: paths.pledge({ ...at, pledge: pledge.id }),
    content: html`${pledgeWords(pledge.what)}
    ${pledge.idea && html`<p>From the idea: ${pledge.idea.title}</p>`}
    ${pledge.byDay && html`<p>By ${day(pledge.byDay)}</p>`}
    ${pledge.state !== 'open' && html`<p class="nhsuk-u-margin-bottom-0">${pledgeTag(pledge.state)}</p>`}`,
  })

export interface Wall extends AtEvent {
  pledges: PledgeView[]
  /** The teams that have made none, by name. */
  without: string[]
  /** Pledges were made, but nobody wrote them down. */
  unrecorded: boolean
}

const without = ({ without: teams, unrecorded, pledges }: Wall): Html | false =>
  teams.length > 0 &&
  pledges.length > 0 &&
  html`<p>${unrecorded ? notRecorded : 'No pledge yet'}: ${teams.join(', ')}.</p>`

/** Every pledge of an event: a shared fragment, the same for everybody. */
export const pledgeWall = (wall: Wall): Html =>
  html`<div data-part="pledges">
    ${wall.pledges.map((pledge) => pledgeCard(pledge, wall))} ${without(wall)}
    ${
      wall.pledges.length === 0 &&
      insetText({
        content: wall.unrecorded
          ? `The pledges of this event: ${notRecorded.toLowerCase()}.`
          : 'No pledges yet.',
      })
    }
  </div>`

export const wallPage = (wall: Wall & { eventName: string; mayPledge: boolean; teamNoun: string }): Html =>
  html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${wall.eventName}</span>
      Pledges
    </h1>
    <p>What each ${wall.teamNoun} has said it will do next, and what became of it.</p>
    ${wall.mayPledge && button({ text: 'Make a pledge', href: paths.newPledge(wall) })} ${pledgeWall(wall)}`
