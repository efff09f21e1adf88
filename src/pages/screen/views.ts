import { weekdayAndDay, time } from '../../platform/face/dates.ts'
import { bars } from '../../platform/face/bars.ts'
import { unbroken } from '../../platform/face/text.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { Revealing } from '../../day/ballots/counting/rules/reveal.ts'
import { revealingPart } from '../../day/ballots/counting/views/reveal.ts'
import { ofTeam, placesPart } from '../../day/ballots/counting/views/screen.ts'
import { answeredOf } from '../../day/feedback/views/results.ts'
import type { ScreenShows } from '../../day/programme/rules/links.ts'
import type { ShownItem } from '../../day/programme/store/shown.ts'
import type { ItemKind } from '../../items.ts'
import { shownPart } from '../now/parts.ts'
import { ending as endingOf, expected } from '../now/views.ts'
import type { OnScreen } from './reading.ts'
import { filled, sizes, winnerLine, winnerSize } from './fit-text.ts'
import { stage } from './stage.ts'
import { longestValue, turnoutOnScreen } from './turnout.ts'
import { pledgeWall, roomWall } from './walls.ts'
import { winnerAlone } from './winner.ts'

const votes = (number: number) => (number === 1 ? '1 vote is in' : `${number} votes are in`)

/** The question steps back behind its result. */
const title = (words: string, size: 'asked', sentence = `On now: ${words}`) =>
  html`<h1 class="app-${size}" data-announce="${sentence}">${unbroken(words)}</h1>`

function voting(shown: OnScreen): Html {
  const { ballot, revealing, mostAreHere } = shown
  if (!ballot) return html`<p>The vote opens in a moment</p>`
  const all = ballot.turnout.reduce((sum, { voted }) => sum + voted, 0)
  if (ballot.state === 'made') return html`<p>The vote opens in a moment</p>`
  if (ballot.result) return result(ballot)
  if (revealing) return revealed(ballot, revealing)
  if (ballot.state === 'closed')
    return html`<p class="app-count"><b>Voting has closed.</b> ${votes(all)}.</p>
      <p>The result is coming.</p>`
  return filled(turnoutOnScreen(ballot), {
    rows: ballot.turnout.map((team) => ({ text: team.teamName, value: longestValue(team) })),
    above: [
      { text: onPhones, size: sizes.kicker },
      { text: ballot.question, size: sizes.title },
    ],
    count: { text: turnoutAtMost, size: sizes.count },
    wide: mostAreHere,
    ring: shown.standing.on?.ballot_id === ballot.ballot,
    tiles: true,
    steady: true,
  })
}

const onPhones = 'Vote on your phone'

/** The longest texts that are ever shown, so that no letters change while people vote. */
const [ending, turnoutAtMost] = ['5 minutes left', 'All 100 present have voted']

type Shown = NonNullable<OnScreen['ballot']>

/** Whole titles with whose they are, those that are not shown yet, too: no bar moves when another comes. */
const ideasOf = ({ options, result }: Shown, value: string) => {
  const text = ({ title: idea, teamName }: Shown['options'][number]) => `${idea} (${teamName})`
  const order = result?.places.map(({ option }) => option) ?? []
  return options
    .toSorted((one, other) => order.indexOf(one.idea) - order.indexOf(other.idea))
    .map((option) => ({ text: text(option), value }))
}

const result = (ballot: Shown): Html => {
  const sentence = ballot.result!.sentence
  const list = placesPart(ballot, ofTeam, 'all')
  const said = html`<p class="app-winner app-winner--${winnerSize(sentence)}">${sentence}</p>`
  if (!list) return said
  return html`${winnerAlone(ballot)} ${said}
  ${filled(list, {
    rows: ideasOf(ballot, '10 of 100, tied'),
    marked: true,
    above: [{ text: `${ballot.question} ${ending}`, size: sizes.asked }, winnerLine(sentence)],
    wide: true,
  })}`
}

/** The rows of a revealing: the order is sealed, so each has room for the longest idea. */
const revealed = (ballot: Shown, revealing: Revealing): Html =>
  filled(revealingPart(revealing, ballot.options), {
    rows: ideasOf(ballot, ballot.method === 'ranked' ? '10 votes, taken out' : '10 votes'),
    marked: true,
    above: [
      { text: `${ballot.question} ${ending}`, size: sizes.asked },
      ...(revealing.unclear ? [{ text: revealing.sentence, size: sizes.said }] : []),
    ],
    wide: true,
    steady: true,
  })

const askedOf = ({ network }: OnScreen) =>
  `In your ${network.team_noun}: what would you keep, change and leave out? What would be the first test?`

const reflecting = (shown: OnScreen): Html => {
  const { reflected, teams, network, standing, mostAreHere } = shown
  if (reflected.length === 0) return html``
  const others = Math.max(0, teams - 1)
  const rows = reflected.map(({ from, teams: many }) => ({
    text: from,
    share: others > 0 ? many / others : 0,
    dots: others,
    value: `${many} of ${others}`,
  }))
  const caption = `How many ${network.team_noun_plural} have written on the idea of each`
  return filled(bars({ caption, bars: rows, classes: 'app-tiles' }), {
    rows,
    above: [
      { text: standing.on?.title ?? '', size: sizes.title },
      { text: askedOf(shown), size: sizes.said },
    ],
    wide: mostAreHere,
    ring: true,
    tiles: true,
    steady: true,
  })
}

const telling = ({ feedback }: OnScreen): Html =>
  feedback.state === 'open'
    ? html`<p>On your phone, in two minutes, without your name</p>
        <p class="app-count">${answeredOf(feedback)}</p>`
    : html`<p>Thank you to everyone who answered</p>`

const inside = (shown: OnScreen): Html | undefined => {
  const kind = shown.standing.on?.kind
  return kind && (own[kind] ?? shownPart(kind)?.onScreen)?.(shown)
}

const own: Partial<Record<ItemKind, (shown: OnScreen) => Html>> = {
  ballot: voting,
  pledges: pledgeWall,
  rooms: roomWall,
  reflection: reflecting,
  feedback: telling,
}

const upNext = (shown: OnScreen): Html | undefined =>
  shown.standing.next && html`<p class="app-next">Next${expected(shown)}: ${shown.standing.next.title}</p>`

const past = ({ event, signedUp }: OnScreen): Html =>
  html`<h1 class="app-larger app-gone" data-announce="This day is over">${unbroken(event.name)}</h1>
    <p>${weekdayAndDay(event.on_day)}</p>
    <p>This day is over</p>
    ${signedUp !== null && html`<p>${signedUp === 1 ? '1 person' : `${signedUp} people`} signed up</p>`}`

const cancelled = ({ event }: OnScreen): Html =>
  html`<h1 class="app-larger app-gone" data-announce="This event is cancelled">${unbroken(event.name)}</h1>
    <p>${weekdayAndDay(event.on_day)}</p>
    <p>This event is cancelled</p>`

const arriving = (shown: OnScreen): Html => {
  const { event, signedUp } = shown
  return html`<h1 class="app-larger app-arriving">${unbroken(event.name)}</h1>
    <p>${weekdayAndDay(event.on_day)}${event.starts_at && `, ${time(event.starts_at)}`}</p>
    <p>${signedUp === 1 ? '1 person has' : `${signedUp} people have`} signed up</p>
    <p>Come in with the camera of your phone, or with the code</p>
    ${upNext(shown)}`
}

/** The part that is on, with a result in place of everything where there is one. */
function onStage(shown: OnScreen, on: ShownItem): Html {
  const { ballot, revealing, sentence } = shown
  if (ballot?.result ?? revealing)
    return html`<p class="app-ending">${endingOf(on)}</p>
      ${title(ballot?.question ?? on.title, 'asked', revealing?.sentence ?? ballot?.result?.sentence)}
      ${voting(shown)} ${upNext(shown)}`
  const part = inside(shown)
  const words = ballot?.question ?? on.title
  return html`${stage(shown, {
    kicker: ballot?.state === 'open' ? onPhones : on.kind === 'idea' ? 'Change idea' : undefined,
    title: words,
    announce: `On now: ${words}`,
    withList: part !== undefined,
    below: [
      on.team && html`from <b>${on.team}</b>`,
      on.kind === 'reflection' && askedOf(shown),
      on.kind === 'idea' && sentence,
      part === undefined && on.note,
    ],
  })}
  ${part} ${upNext(shown)}`
}

const here = ({ mostAreHere }: OnScreen): Html | false =>
  mostAreHere && html`<span class="app-most-here" hidden></span>`

function theDay(shown: OnScreen): Html {
  const { on, stage: reached } = shown.standing
  if (on && !shown.over) return html`${here(shown)} ${onStage(shown, on)}`
  if (reached === 'after')
    return html`${here(shown)}
      <h1 class="app-larger" data-announce="The programme is over">Thank you</h1>
      ${shown.pledges.length > 0 && pledgeWall(shown)}`
  if (shown.over) return past(shown)
  if (reached === 'between')
    return html`${here(shown)}
      <h1 class="app-larger">It goes on in a moment</h1>
      ${upNext(shown)}`
  return arriving(shown)
}

/** One thing, whatever is on; its time stands beside it only where it is what is on. */
const only = (shown: OnScreen, isOn: boolean, words: string, wall: Html): Html =>
  html`${here(shown)}
  ${stage(isOn ? shown : { ...shown, standing: { ...shown.standing, on: undefined } }, {
    title: words,
    announce: words,
    withList: true,
  })}
  ${wall} ${!shown.over && upNext(shown)}`

/** One vote, whether or not it is on. */
function onlyVote(shown: OnScreen): Html {
  const { ballot, revealing, standing } = shown
  if (!ballot) return only(shown, false, 'The vote', html`<p>No vote has been opened yet</p>`)
  const { on } = standing
  const isOn = on?.ballot_id === ballot.ballot
  if (!ballot.result && !revealing) return only(shown, isOn, ballot.question, voting(shown))
  return html`${isOn && on && !shown.over && html`<p class="app-ending">${endingOf(on)}</p>`}
  ${title(ballot.question, 'asked', revealing?.sentence ?? ballot.result?.sentence)} ${voting(shown)}
  ${!shown.over && upNext(shown)}`
}

/** The part of the Screen that changes. */
export function screenPart(shown: OnScreen, shows: ScreenShows = 'day'): Html {
  if (shown.event.cancelled_at) return cancelled(shown)
  if (shown.taken) return onlyVote(shown)
  if (shows === 'join' && !shown.over) return arriving(shown)
  const on = shown.standing.on?.kind
  if (shows === 'vote') return onlyVote(shown)
  if (shows === 'pledges') return only(shown, on === 'pledges', 'What we pledge', pledgeWall(shown))
  if (shows === 'rooms') return only(shown, on === 'rooms', 'Breakout rooms', roomWall(shown))
  return theDay(shown)
}
