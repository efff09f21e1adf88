import { notRecorded, type AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { day } from '../../../platform/face/dates.ts'
import { glyph } from '../../../platform/face/glyph.ts'
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

/** The size of letters by how much there is to read: a few words are read from the other side of a room. */
export const sizeOf = (what: string | null): string =>
  what === null
    ? ''
    : what.length > 130
      ? ' app-letters--small'
      : what.length <= 60
        ? ' app-letters--large'
        : ''

/** One pledge on a wall, to be read from afar and photographed. It is shown to everyone, so it names no person. */
export const pledgeCard = (pledge: PledgeView, at: AtEvent): Html =>
  html`<li class="app-wall__card${sizeOf(pledge.what)}">
    <h2 class="app-wall__team">
      ${glyph('flag')} <a href="${paths.pledge({ ...at, pledge: pledge.id })}">${pledge.team.name}</a>
    </h2>
    <div class="app-wall__words">${pledgeWords(pledge.what)}</div>
    ${
      (pledge.idea || pledge.byDay || pledge.state !== 'open') &&
      html`<p class="app-wall__about">
        ${pledge.idea && html`<span>From the idea: ${pledge.idea.title}</span>`}
        ${pledge.byDay && html`<span>By ${day(pledge.byDay)}</span>`}
        ${pledge.state !== 'open' && pledgeTag(pledge.state)}
      </p>`
    }
  </li>`

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
    ${
      wall.pledges.length > 0 &&
      html`<ul class="app-wall">
        ${wall.pledges.map((pledge) => pledgeCard(pledge, wall))}
      </ul>`
    }
    ${without(wall)}
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
  html`<h1 class="nhsuk-heading-xl nhsuk-u-margin-bottom-4">
      <span class="nhsuk-caption-xl">${wall.eventName}</span>
      Pledges
    </h1>
    <p class="app-lead app-not-printed">
      What each ${wall.teamNoun} has said it will do next, and what became of it.
    </p>
    ${wall.mayPledge && button({ text: 'Make a pledge', href: paths.newPledge(wall) })} ${pledgeWall(wall)}`
