import { weekdayAndDay, time } from '../../platform/face/dates.ts'
import { bars } from '../../platform/face/bars.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { revealingPart } from '../../day/ballots/views/reveal.ts'
import { ofTeam, placesPart, turnoutPart } from '../../day/ballots/views/screen.ts'
import { answeredOf } from '../../day/feedback/views/results.ts'
import type { ScreenShows } from '../../day/programme/rules/links.ts'
import { ending, expected } from '../now/views.ts'
import type { OnScreen } from './reading.ts'
import { pledgeWall, roomWall, turnsPart } from './walls.ts'

const votes = (number: number) => (number === 1 ? '1 vote is in' : `${number} votes are in`)

/** As large as what stands below it leaves room for. */
const title = (words: string, size: 'asked' | 'smaller' | 'larger', sentence = `On now: ${words}`) =>
  html`<h1 class="app-${size}" data-announce="${sentence}">${words}</h1>`

const heading = (words: string) => title(words, 'smaller', words)

/** What was asked steps back behind what came out. */
const sizeOf = (shown: OnScreen) =>
  shown.ballot?.result ? 'asked' : inside(shown) === undefined ? 'larger' : 'smaller'

function voting({ ballot, revealing }: OnScreen): Html {
  if (!ballot) return html`<p>The vote opens in a moment</p>`
  const all = ballot.turnout.reduce((sum, { voted }) => sum + voted, 0)
  if (ballot.state === 'made') return html`<p>The vote opens in a moment</p>`
  if (ballot.result) return result(ballot)
  if (revealing) return html`${revealingPart(revealing, ballot.options)} ${turnsPart}`
  if (ballot.state === 'closed') return html`<p>Voting has closed. ${votes(all)}. The result is coming.</p>`
  return html`${turnoutPart(ballot)} ${turnsPart}`
}

const result = (ballot: NonNullable<OnScreen['ballot']>): Html =>
  html`<p class="app-winner">${ballot.result?.sentence}</p>
    ${placesPart(ballot, ofTeam, 'all')} ${turnsPart}`

const reflecting = ({ reflected, teams, network }: OnScreen): Html =>
  html`<p>
      In your ${network.team_noun}: what would you keep, change and leave out? What would be the first test?
    </p>
    ${
      reflected.length > 0 &&
      bars({
        caption: `How many ${network.team_noun_plural} have written on the idea of each`,
        bars: reflected.map(({ from, teams: many }) => ({
          text: from,
          share: teams > 1 ? many / (teams - 1) : 0,
          value: `${many} of ${teams - 1}`,
        })),
      })
    }
    ${turnsPart}`

const telling = ({ feedback }: OnScreen): Html =>
  feedback.state === 'open'
    ? html`<p>On your phone, in two minutes, without your name</p>
        <p class="app-ending">${answeredOf(feedback)}</p>`
    : html`<p>Thank you to everyone who answered</p>`

function inside(shown: OnScreen): Html | undefined {
  const { on } = shown.standing
  if (on?.kind === 'ballot') return voting(shown)
  if (on?.kind === 'pledges') return pledgeWall(shown)
  if (on?.kind === 'rooms') return roomWall(shown)
  if (on?.kind === 'reflection') return reflecting(shown)
  if (on?.kind === 'feedback') return telling(shown)
  return undefined
}

const upNext = (shown: OnScreen): Html | undefined =>
  shown.standing.next && html`<p class="app-next">Next${expected(shown)}: ${shown.standing.next.title}</p>`

const past = ({ event, signedUp }: OnScreen): Html =>
  html`<h1 class="app-larger" data-announce="This day is over">${event.name}</h1>
    <p>${weekdayAndDay(event.on_day)}</p>
    <p>This day is over</p>
    ${signedUp !== null && html`<p>${signedUp === 1 ? '1 person' : `${signedUp} people`} signed up</p>`}`

const arriving = (shown: OnScreen): Html => {
  const { event, signedUp } = shown
  return html`<h1 class="app-larger app-arriving">${event.name}</h1>
    <p>${weekdayAndDay(event.on_day)}${event.starts_at && `, ${time(event.starts_at)}`}</p>
    <p>${signedUp === 1 ? '1 person has' : `${signedUp} people have`} signed up</p>
    <p>Come in with the camera of your phone, or with the code</p>
    ${upNext(shown)}`
}

function theDay(shown: OnScreen): Html {
  const { on, stage } = shown.standing
  if (on && !shown.over)
    return html`<p class="app-ending">${ending(on)}</p>
      ${title(shown.ballot?.question ?? on.title, sizeOf(shown), shown.revealing?.sentence ?? shown.ballot?.result?.sentence)}
      ${on.team && html`<p>${on.team}</p>`} ${on.note && !inside(shown) && html`<p>${on.note}</p>`}
      ${inside(shown)} ${upNext(shown)}`
  if (stage === 'after')
    return html`<h1 data-announce="The programme is over">Thank you</h1>
      ${shown.pledges.length > 0 && pledgeWall(shown)}`
  if (shown.over) return past(shown)
  if (stage === 'between')
    return html`<h1 class="app-larger">It goes on in a moment</h1>
      ${upNext(shown)}`
  return arriving(shown)
}

/** One thing, whatever is on; its time stands above it only where it is what is on. */
const only = (shown: OnScreen, isOn: boolean, heading: Html, wall: Html): Html =>
  html`${isOn && !shown.over && html`<p class="app-ending">${ending(shown.standing.on!)}</p>`} ${heading}
  ${wall} ${!shown.over && upNext(shown)}`

/** One vote, whether or not it is what is on. */
function onlyVote(shown: OnScreen): Html {
  const { ballot, revealing, standing } = shown
  if (!ballot) return only(shown, false, heading('The vote'), html`<p>No vote has been opened yet</p>`)
  const isOn = standing.on?.ballot_id === ballot.ballot
  const sentence = revealing?.sentence ?? ballot.result?.sentence
  const asked = title(ballot.question, ballot.result ? 'asked' : 'smaller', sentence)
  return only(shown, isOn, asked, voting(shown))
}

/** The part of the Screen that changes. */
export function screenPart(shown: OnScreen, shows: ScreenShows = 'day'): Html {
  if (shown.taken) return onlyVote(shown)
  if (shows === 'join' && !shown.over) return arriving(shown)
  const on = shown.standing.on?.kind
  if (shows === 'vote') return onlyVote(shown)
  if (shows === 'pledges') return only(shown, on === 'pledges', heading('What we pledge'), pledgeWall(shown))
  if (shows === 'rooms') return only(shown, on === 'rooms', heading('Breakout rooms'), roomWall(shown))
  return theDay(shown)
}
