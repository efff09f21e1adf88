import { turnoutCaption, turnoutInWords, type Turnout } from '../../day/ballots/voting/rules/turnout.ts'
import { bars } from '../../platform/face/bars.ts'
import { html, type Html } from '../../platform/face/html.ts'
import type { OnScreen } from './reading.ts'

type Shown = NonNullable<OnScreen['ballot']>

/** As long as the words beside a team will be while people vote. */
export const longestValue = ({ present }: Turnout) => (present === 0 ? 'Nobody here yet' : '100 of 100')

const valueOf = ({ voted, present }: Turnout) =>
  present === 0 ? 'Nobody here yet' : voted === present ? `✓ all ${present}` : `${voted} of ${present}`

/** The first number stands out: it is what the room waits for. The cards say which teams are still to come. */
const counting = (sentence: string): Html => {
  const [, first = '', rest = sentence] = /^((?:All )?\d+)(.*)$/.exec(sentence) ?? []
  return html`<p class="app-count"><b>${first}</b>${rest}</p>`
}

/** Who has voted, as a dot for each person of each team; it names nobody. */
export const turnoutOnScreen = (ballot: Shown): Html =>
  html`${counting(turnoutInWords(ballot).split(';')[0]!)}
  ${
    ballot.turnout.length === 0
      ? html`<p>Nobody who may vote has signed up yet.</p>`
      : bars({
          caption: turnoutCaption(ballot, false),
          classes: 'app-tiles app-tiles--counted',
          bars: ballot.turnout.map((team) => ({
            text: team.teamName,
            share: team.present > 0 ? team.voted / team.present : 0,
            dots: team.present,
            value: valueOf(team),
          })),
        })
  }`
