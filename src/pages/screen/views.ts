import { renderSVG } from 'uqr'
import { weekdayAndDay, time } from '../../platform/face/dates.ts'
import { bars } from '../../platform/face/bars.ts'
import { html, trusted, type Html } from '../../platform/face/html.ts'
import { revealingPart } from '../../day/ballots/views/reveal.ts'
import { placesPart, turnoutPart } from '../../day/ballots/views/screen.ts'
import { answeredOf } from '../../day/feedback/views/results.ts'
import { paths } from '../../paths.ts'
import { ending } from '../now/views.ts'
import type { OnScreen } from './reading.ts'

const votes = (number: number) => (number === 1 ? '1 vote is in' : `${number} votes are in`)

/** As large as what stands below it leaves room for. */
const title = (words: string, small: boolean, sentence = `On now: ${words}`) =>
  html`<h1 class="${small ? 'app-smaller' : 'app-larger'}" data-announce="${sentence}">${words}</h1>`

function voting({ ballot, revealing }: OnScreen): Html {
  if (!ballot) return html`<p>The vote opens in a moment</p>`
  const all = ballot.turnout.reduce((sum, { voted }) => sum + voted, 0)
  if (ballot.state === 'made') return html`<p>The vote opens in a moment</p>`
  if (ballot.result) return result(ballot)
  if (revealing) return revealingPart(revealing, ballot.options)
  if (ballot.state === 'closed') return html`<p>Voting has closed. ${votes(all)}. The result is coming.</p>`
  return turnoutPart(ballot)
}

const result = (ballot: NonNullable<OnScreen['ballot']>): Html =>
  html`<p>${ballot.result?.sentence}</p>
    ${placesPart(ballot, ({ title, teamName }) => `${title} (${teamName})`)}`

const pledges = ({ pledges: made, network }: OnScreen): Html =>
  made.length === 0
    ? html`<p>Pledges appear here as each ${network.team_noun} makes them</p>`
    : html`<ul class="app-wall">
        ${made.map(
          ({ team, what, idea }) =>
            html`<li>
              <strong>${team.name}</strong>
              ${what ?? idea?.title ?? 'The words of this pledge were not recorded'}
            </li>`,
        )}
      </ul>`

const rooms = ({ rooms: all }: OnScreen): Html =>
  all.length === 0
    ? html`<p>The rooms appear here in a moment</p>`
    : html`<ol class="app-wall">
        ${all.map(({ theme, place }) => html`<li><strong>${theme}</strong> ${place}</li>`)}
      </ol>`

const reflecting = ({ reflected, teams, network }: OnScreen): Html =>
  html`<p>
      In your ${network.team_noun}: what would you keep, change and leave out? What would be the first test?
    </p>
    ${
      reflected.length > 0 &&
      bars({
        caption: `How many ${network.team_noun_plural} have written`,
        bars: reflected.map(({ from, teams: many }) => ({
          text: `On the idea from ${from}`,
          share: teams > 1 ? many / (teams - 1) : 0,
          value: `${many} of ${teams - 1}`,
        })),
      })
    }`

const telling = ({ feedback }: OnScreen): Html =>
  feedback.state === 'open'
    ? html`<p>On your phone, in two minutes, without your name</p>
        <p class="app-ending">${answeredOf(feedback)}</p>`
    : html`<p>Thank you to everyone who answered</p>`

function inside(shown: OnScreen): Html | undefined {
  const { on } = shown.standing
  if (on?.kind === 'ballot') return voting(shown)
  if (on?.kind === 'pledges') return pledges(shown)
  if (on?.kind === 'rooms') return rooms(shown)
  if (on?.kind === 'reflection') return reflecting(shown)
  if (on?.kind === 'feedback') return telling(shown)
  return undefined
}

const upNext = ({ standing: { next } }: OnScreen): Html | undefined =>
  next && html`<p class="app-next">Next${next.slot.at && `, ${time(next.slot.at)}`}: ${next.title}</p>`

const past = ({ event, signedUp }: OnScreen): Html =>
  html`<h1 class="app-larger" data-announce="This day is over">${event.name}</h1>
    <p>${weekdayAndDay(event.on_day)}</p>
    <p>This day is over</p>
    ${signedUp !== null && html`<p>${signedUp === 1 ? '1 person' : `${signedUp} people`} signed up</p>`}`

/** The part of the Screen that changes. */
export function screenPart(shown: OnScreen): Html {
  const { standing, event, signedUp } = shown
  const { on, stage } = standing
  if (on && !shown.over)
    return html`<p class="app-ending">${ending(on)}</p>
      ${title(shown.ballot?.question ?? on.title, inside(shown) !== undefined, shown.revealing?.sentence ?? shown.ballot?.result?.sentence)}
      ${on.team && html`<p>${on.team}</p>`} ${on.note && !inside(shown) && html`<p>${on.note}</p>`}
      ${inside(shown)} ${upNext(shown)}`
  if (stage === 'after')
    return html`<h1 data-announce="The programme is over">Thank you</h1>
      ${shown.pledges.length > 0 && pledges(shown)}`
  if (stage === 'between' && !shown.over)
    return html`<h1 class="app-larger">It goes on in a moment</h1>
      ${upNext(shown)}`
  if (shown.over) return past(shown)
  return html`<h1 class="app-larger app-arriving">${event.name}</h1>
    <p>${weekdayAndDay(event.on_day)}${event.starts_at && `, ${time(event.starts_at)}`}</p>
    <p>${signedUp === 1 ? '1 person has' : `${signedUp} people have`} signed up</p>
    <p>Come in with the camera of your phone, or with the code</p>
    ${upNext(shown)}`
}

/** How to come in: the code in letters, and for a camera. */
function joining(shown: OnScreen, whole: (path: string) => string): Html {
  const code = shown.event.join_code
  const address = whole(paths.joinEvent({ code }))
  return html`<aside class="app-join" aria-label="How to join">
    <div class="app-qr" role="img" aria-label="QR code for ${address}">
      ${trusted(renderSVG(address, { border: 2 }))}
    </div>
    <p>${whole(paths.join({})).replace(/^https?:\/\//, '')}</p>
    <p class="app-code">${code}</p>
    <button type="button" data-pause aria-pressed="false" hidden>Pause</button>
    <p data-refresh><a href="${paths.screen(shown.at)}">Refresh</a></p>
  </aside>`
}

export const screenPage = (shown: OnScreen, whole: (path: string) => string): Html =>
  html`<div class="app-screen-columns">
    <div data-part="screen" data-now="${shown.now}">${screenPart(shown)}</div>
    ${!shown.over && joining(shown, whole)}
  </div>`
