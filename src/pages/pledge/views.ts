import { notRecorded } from '../../before/events/rules.ts'
import { button } from '../../platform/face/button.ts'
import { claimedTime, day, dayOf } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { insetText } from '../../platform/face/inset-text.ts'
import { postingButton, type FormToken } from '../../platform/face/command-form.ts'
import { prose } from '../../platform/face/prose.ts'
import { summaryList } from '../../platform/face/summary-list.ts'
import { paths } from '../../paths.ts'
import type { PledgeView } from '../../day/pledges/record.ts'
import { wordsNotRecorded } from '../../day/pledges/rules.ts'
import { pledgeTag, sizeOf } from '../../day/pledges/views/wall.ts'
import type { AskView } from '../../day/asks/record.ts'
import { askLine } from '../../day/asks/views/asks.ts'
import type { ThreadStep } from '../thread/step.ts'
import { threadTrack } from '../thread/views.ts'

export interface PledgePage {
  network: string
  event: string
  now: string
  pledge: PledgeView
  /** A name: only where the reader is an insider. */
  lead: string | null
  mayKnowLead: boolean
  asks: AskView[]
  /** Nothing that is missing was ever written down, rather than not decided yet. */
  unrecorded: boolean
  asksUnrecorded: boolean
  /** The day of the event. */
  heldOn: string
  mayChange: boolean
  mayDecide: boolean
  /** Cards of other slices. */
  cards: Html[]
  /** Its way, from the idea to its outcome. */
  steps: ThreadStep[]
  sending: FormToken
}

export function pledgePage(page: PledgePage): Html {
  const { pledge, steps } = page
  return html`<div class="app-poster${sizeOf(pledge.what)}">
      <h1 class="app-said">
        <span class="nhsuk-caption-xl"
          >${pledge.team.name}
          pledges${pledge.idea && html`, from <a href="${ideaHref(page)}">${pledge.idea.title}</a>`}</span
        >
        ${pledge.what === null ? wordsNotRecorded : html`<q>${pledge.what}</q>`}
      </h1>
      ${standing(page)} ${outcome(page)} ${steps.length > 0 && threadTrack(steps, threadHref(page))}
    </div>
    <p class="app-not-printed"><a href="${threadHref(page)}">See the whole thread of this pledge</a></p>
    <div class="app-with-aside">
      <div>${asks(page)} ${page.cards}</div>
      <aside class="app-card">${facts(page)} ${changes(page)}</aside>
    </div>`
}

/** The state of a pledge and its day; neither is known where its words were not written down. */
function standing({ pledge, unrecorded }: PledgePage): Html | false {
  if (unrecorded && pledge.what === null && pledge.state === 'open') return false
  return html`<p class="app-lead">
    ${pledgeTag(pledge.state)} ${pledge.byDay && html`by <strong>${day(pledge.byDay)}</strong>`}
  </p>`
}

function facts(page: PledgePage): Html {
  const { pledge, unrecorded } = page
  const missing = unrecorded ? notRecorded : 'Not decided yet'
  const idea = pledge.idea && html`<a href="${ideaHref(page)}">${pledge.idea.title}</a>`
  return summaryList({
    rows: [
      { key: 'First step', value: pledge.firstStep ? prose(pledge.firstStep) : missing },
      { key: 'By when', value: pledge.byDay ? day(pledge.byDay) : missing },
      page.mayKnowLead && { key: 'Led by', value: page.lead ?? missing },
      { key: 'Idea', value: idea || (unrecorded ? notRecorded : 'None: the team’s own pledge') },
      { key: 'Made on', value: day(unrecorded ? page.heldOn : dayOf(pledge.madeAt)) },
      pledge.claimedAt !== null && {
        key: 'Sent later',
        value: claimedTime(pledge.claimedAt, pledge.madeAt),
      },
    ],
  })
}

const ideaHref = ({ network, pledge }: PledgePage) => paths.idea({ network, idea: pledge.idea!.id })

const threadHref = ({ network, pledge }: PledgePage) =>
  pledge.idea
    ? paths.thread({ network, team: pledge.team.id, idea: pledge.idea.id })
    : paths.pledgeThread({ network, team: pledge.team.id, pledge: pledge.id })

const outcome = ({ pledge }: PledgePage): Html | null => {
  if (pledge.releasedAt) {
    return insetText({
      content: html`<p>Released on ${day(dayOf(pledge.releasedAt))}. The team’s reason:</p>
        ${prose(pledge.releaseReason ?? notRecorded)}`,
    })
  }
  return pledge.completedAt ? insetText({ content: `Completed on ${day(dayOf(pledge.completedAt))}.` }) : null
}

function changes({ network, event, pledge, mayChange, mayDecide, sending }: PledgePage): Html {
  const at = { network, event, pledge: pledge.id }
  const open = pledge.state === 'open'
  return html`<div class="nhsuk-button-group">
    ${open && mayChange && button({ text: 'Change', variant: 'secondary', href: paths.editPledge(at) })}
    ${
      open &&
      mayDecide &&
      postingButton(
        { action: paths.pledgeCompletion(at), sending },
        { text: 'Mark as completed', variant: 'secondary' },
      )
    }
    ${open && mayDecide && button({ text: 'Release', variant: 'secondary', href: paths.pledgeRelease(at) })}
    ${
      pledge.state === 'completed' &&
      mayDecide &&
      postingButton({ action: paths.reopenPledge(at), sending }, { text: 'Reopen', variant: 'secondary' })
    }
    ${
      pledge.state === 'released' &&
      mayDecide &&
      postingButton(
        { action: paths.takeBackPledge(at), sending },
        { text: 'Take the pledge back', variant: 'secondary' },
      )
    }
  </div>`
}

const asks = (page: PledgePage): Html =>
  html`<h2 class="nhsuk-heading-m">Support the team needs</h2>
    ${
      page.asks.length > 0
        ? html`<ul class="nhsuk-list">
            ${page.asks.map((ask) => html`<li>${askLine(ask, page)}</li>`)}
          </ul>`
        : html`<p>${page.asksUnrecorded ? notRecorded : 'The team has asked for nothing yet.'}</p>`
    }
    ${
      page.mayChange &&
      page.pledge.state !== 'released' &&
      button({
        text: 'Ask for support',
        href: paths.newAsk({ network: page.network, event: page.event, pledge: page.pledge.id }),
      })
    }`
