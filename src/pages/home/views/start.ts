import { markOf, type NetworkKind } from '../../../before/networks/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
import { glyph } from '../../../platform/face/glyph.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { tag } from '../../../platform/face/tag.ts'
import { paths } from '../../../paths.ts'
import type { Waiting } from '../todo.ts'
import { waitsForYou } from './waiting.ts'

export interface Listed {
  id: string
  name: string
  kind: NetworkKind
  organisation: string | null
  aim: string | null
}

export interface StartProps {
  waiting: Waiting[]
  mine: Listed[]
  others: Listed[]
  /** A demonstration of which the day is over: it has the most to look at. */
  finished?: string | undefined
  signedIn: boolean
  /** People who came in by the link of a sign-up have no account to start a network with. */
  mayStart: boolean
}

/** Three doors for whoever is new; what waits, and one's own networks, for whoever is not. */
export const startPage = (props: StartProps, sending: FormToken): Html => {
  const { waiting, mine, others } = props
  return html`<h1 class="nhsuk-heading-xl">Spread the changes that work</h1>
    <p class="app-lead">
      A day on which teams show each other what worked, choose what to test at home and say what help they
      need. Then every change is followed, until it is adopted or stopped.
    </p>
    ${waiting.length > 0 && html`<section class="app-card">${waitsForYou(waiting)}</section>`}
    ${mine.length > 0 && networks('Your networks', mine)} ${doors(props, sending)}
    ${others.length > 0 && networks(mine.length > 0 ? 'Other networks here' : 'Networks here', others)}
    ${mine.length + others.length === 0 && nothingYet()}`
}

function doors({ others, finished, signedIn, mayStart }: StartProps, sending: FormToken): Html {
  const shown =
    others.find(({ id }) => id === finished) ?? others.find(({ kind }) => kind === 'demonstration')
  return html`<div class="app-doors">
    ${joinDoor(sending)} ${shown && lookDoor(shown, shown.id === finished)} ${mayStart && startDoor(signedIn)}
  </div>`
}

const joinDoor = (sending: FormToken): Html =>
  html`<section class="app-card" aria-labelledby="join">
    <h2 class="nhsuk-heading-m" id="join">${glyph('flag')} Join the day</h2>
    ${postingForm(
      { action: paths.join({}), sending },
      input({
        name: 'code',
        label: 'Code',
        hint: 'From the big screen, or your own from when you signed up',
        width: 10,
        code: true,
        spellcheck: false,
        autocomplete: 'off',
        autocapitalize: 'characters',
      }),
      button({ text: 'Join', classes: 'nhsuk-u-margin-bottom-0' }),
    )}
  </section>`

const lookDoor = ({ id, name }: Listed, finished: boolean): Html =>
  html`<section class="app-card" aria-labelledby="look-round">
    <h2 class="nhsuk-heading-m" id="look-round">
      ${glyph('bulb')} Look round ${finished ? 'a finished one' : 'one'}
    </h2>
    <p>
      ${name}:
      ${
        finished
          ? 'what became of every pledge, all of it invented.'
          : 'invented people, everything to try, and nothing that you can break.'
      }
    </p>
    ${button({ text: 'Look round', href: paths.network({ network: id }), variant: 'secondary' })}
  </section>`

const startDoor = (signedIn: boolean): Html =>
  html`<section class="app-card" aria-labelledby="start-yours">
    <h2 class="nhsuk-heading-m" id="start-yours">${glyph('sprout')} Start yours</h2>
    <p>
      ${
        signedIn
          ? 'Name your network and its teams, and you can invite people today.'
          : html`<a href="${paths.signIn({})}">Sign in</a> to go on with your work, or to start a network of
              your own.`
      }
    </p>
    ${button({ text: 'Start a Spread-a-thon', href: paths.newNetwork({}), variant: 'secondary' })}
  </section>`

const networks = (title: string, list: Listed[]): Html =>
  html`<h2 class="nhsuk-heading-l">${title}</h2>
    <ul class="app-cards">
      ${list.map((one) => html`<li>${networkCard(one)}</li>`)}
    </ul>`

const networkCard = ({ id, name, kind, organisation, aim }: Listed): Html =>
  card({
    heading: { text: name, level: 3, size: 'm' },
    href: paths.network({ network: id }),
    clickable: true,
    content: html`${
      kind !== 'real' &&
      html`<p>
        ${tag({ text: kind === 'demonstration' ? 'Demonstration' : 'Rehearsal', colour: 'yellow' })}
        <span class="nhsuk-u-visually-hidden">${markOf(kind)}</span>
      </p>`
    }
    ${organisation && html`<p class="nhsuk-u-secondary-text-colour">${organisation}</p>`}
    ${aim && html`<p class="nhsuk-card__description">${aim}</p>`}`,
  })

const nothingYet = (): Html =>
  html`<h2 class="nhsuk-heading-l">Networks here</h2>
    <p>
      There is none yet. A network is a group of teams that spread changes to each other; it holds their
      Spread-a-thons and everything that follows.
    </p>`
