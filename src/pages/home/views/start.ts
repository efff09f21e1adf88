import { markOf, type NetworkKind } from '../../../before/networks/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { card } from '../../../platform/face/card.ts'
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
  signedIn: boolean
  /** People who came in by the link of a sign-up have no account to start a network with. */
  mayStart: boolean
}

export const startPage = (
  { waiting, mine, others, signedIn, mayStart }: StartProps,
  sending: FormToken,
): Html =>
  html`<h1 class="nhsuk-heading-xl">Spread the changes that work</h1>
    <p class="nhsuk-body-l">
      A Spread-a-thon is a day on which teams show each other the changes that worked for them. Each team
      chooses which of them to test at home, makes a pledge, and says what help it needs. After the day
      everyone follows each change here, from the pledge to the test, until it is adopted or stopped.
    </p>
    ${waiting.length > 0 && waitsForYou(waiting)} ${joinBox(sending)}
    ${mine.length > 0 && networks('Your networks', mine)}
    ${others.length > 0 && networks(mine.length > 0 ? 'Other networks here' : 'Networks here', others)}
    ${mine.length + others.length === 0 && nothingYet()} ${mayStart && starting(signedIn)}`

const joinBox = (sending: FormToken): Html =>
  html`<section class="nhsuk-card" aria-labelledby="join">
    <div class="nhsuk-card__content">
      <h2 class="nhsuk-card__heading nhsuk-heading-m" id="join">Join with a code</h2>
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
    </div>
  </section>`

const networks = (title: string, list: Listed[]): Html =>
  html`<h2 class="nhsuk-heading-l">${title}</h2>
    ${list.map((one) => networkCard(one))}`

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

const starting = (signedIn: boolean): Html =>
  html`<h2 class="nhsuk-heading-l">Run your own</h2>
    <p>
      ${
        signedIn
          ? 'Name your network and its teams, and you can invite people today.'
          : html`<a href="${paths.signIn({})}">Sign in</a> to go on with your work, or to start a network of
              your own.`
      }
    </p>
    ${button({ text: 'Start a Spread-a-thon', href: paths.newNetwork({}), variant: 'secondary' })}`
