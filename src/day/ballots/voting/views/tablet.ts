import { button } from '../../../../platform/face/button.ts'
import { time } from '../../../../platform/face/dates.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { input } from '../../../../platform/face/input.ts'
import { postingButton, postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import { asked, type FieldsOf, type FormState } from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import { choosableBy } from '../rules/vote.ts'
import type { BallotShown } from '../../counting/store/results.ts'
import type { OnRoll } from '../store/roll.ts'
import type { BallotNouns } from '../store/voting.ts'
import { choiceFields } from '../../ballot/views/choice-fields.ts'
import type { voteOnTablet } from '../commands/tablets.ts'

export interface LendProps {
  at: BallotNouns
  shown: BallotShown
  /** The one team whose people vote on it; nothing for all. */
  teamName: string | undefined
  running: { id: string; teamName: string | undefined; startedAt: string }[]
  sending: FormToken
}

/** For people who lend a device, before it goes round; and the devices that do. */
export const lendPage = ({ at, shown, teamName, running, sending }: LendProps): Html =>
  html`<h1 class="nhsuk-heading-l">Let people vote on this device</h1>
    <p>${shown.question}</p>
    ${
      shown.state !== 'open'
        ? html`<p>This vote is not open.</p>`
        : shown.method === 'team'
          ? html`<p>In this vote each ${shown.teamNoun} has one vote, which its lead gives.</p>`
          : html`<p>
                For those who have no phone with them. ${teamName ? `The people of ${teamName}` : 'People'}
                choose their name or enter their code, vote, and hand the device on. It goes back to the start
                by itself and keeps nothing of whoever voted before.
              </p>
              <p>You are signed out on this device, so that nobody can do here what only you may do.</p>
              ${postingButton({ action: paths.newTablet(at), sending }, { text: 'Start' })}`
    }
    ${
      running.length > 0 &&
      html`<h2 class="nhsuk-heading-m">Devices that go round</h2>
        <ul class="nhsuk-list">
          ${running.map(
            ({ id, teamName: of, startedAt }) =>
              html`<li class="app-beside">
                <span>${of ?? `All ${shown.teamNounPlural}`}, since ${time(startedAt)}</span>
                ${postingButton(
                  { action: paths.tabletEnd({ ...at, tablet: id }), sending },
                  { text: 'End', variant: 'secondary', small: true },
                )}
              </li>`,
          )}
        </ul>`
    }`

export interface TabletProps {
  at: BallotNouns
  shown: BallotShown
  roll: OnRoll[]
  /** The team that was chosen. */
  team: string | undefined
}

/** The start for each person: their team, then their name; or their code. */
export function tabletPage({ at, shown, roll, team }: TabletProps): Html {
  const title = html`<h1 class="nhsuk-heading-l">${shown.question}</h1>`
  if (shown.state !== 'open')
    return html`${title}
      <p>${shown.state === 'made' ? 'Voting has not opened yet.' : 'Voting has closed. Thank you.'}</p>`
  const teams = [...Map.groupBy(roll, (one) => one.team)]
  const chosen = teams.length === 1 ? teams[0] : teams.find(([id]) => id === team)
  const code = button({ text: 'I have a personal code', href: paths.tabletVote(at), variant: 'secondary' })
  if (!chosen)
    return html`${title}
      <h2 class="nhsuk-heading-m">Which ${shown.teamNoun} are you from?</h2>
      <ul class="nhsuk-list app-names">
        ${teams.map(([id, people]) => html`<li><a href="${paths.tablet(at)}?team=${id}">${people[0]!.teamName}</a></li>`)}
      </ul>
      ${code}`
  return html`${title}
    <h2 class="nhsuk-heading-m">Who are you?</h2>
    <ul class="nhsuk-list app-names">
      ${chosen[1].map(({ voter, name }) => html`<li><a href="${paths.tabletVote(at)}?voter=${voter}">${name}</a></li>`)}
    </ul>
    <div class="nhsuk-button-group">
      ${code}
      ${teams.length > 1 && button({ text: `Another ${shown.teamNoun}`, href: paths.tablet(at), variant: 'secondary' })}
    </div>`
}

export interface TabletVoteProps {
  at: BallotNouns
  shown: BallotShown
  /** The chosen voter; nobody where a code is entered. */
  voter: OnRoll | undefined
  secret: string
  form: FormState<FieldsOf<typeof voteOnTablet>>
  sending: FormToken
}

/** The owner of the receipt stands nowhere: people who go back on this device must not read who was here before. */
const receiptField = (form: FormState<'secret'>): Html =>
  html`<p class="nhsuk-body-l">A vote is counted under this name.</p>
    <p>If it is yours, you can change it: enter its receipt code and choose again.</p>
    ${input({ ...asked(form, 'secret'), label: 'Receipt code', autocomplete: 'off', spellcheck: false })}`

export function tabletVotePage({ at, shown, voter, secret, form, sending }: TabletVoteProps): Html {
  if (shown.state !== 'open') return tabletPage({ at, shown, roll: [], team: undefined })
  const options = voter && !voter.voted ? choosableBy(voter.team, shown) : shown.options
  return html`${postingForm(
    { action: paths.tabletVote(at), sending, attributes: { autocomplete: 'off' } },
    voter
      ? html`${!voter.voted && html`<p class="nhsuk-body-l">You are ${voter.name}, ${voter.teamName}.</p>`}
          <input type="hidden" name="voter" value="${voter.voter}" />`
      : input({
          ...asked(form, 'code'),
          label: { text: 'Your personal code', size: 's' },
          hint: 'It has 8 letters and numbers',
          width: 10,
          code: true,
          autocomplete: 'off',
          autocapitalize: 'characters',
          spellcheck: false,
        }),
    voter?.voted ? receiptField(form) : html`<input type="hidden" name="secret" value="${secret}" />`,
    choiceFields({
      voted: shown,
      options,
      ...(voter && !voter.voted && shown.ownIdea === 'apart' && { own: voter.team }),
      form,
      legend: { text: shown.question, size: 'l', heading: true },
      hint: 'Your vote is secret. Nothing of it stays on this device.',
    }),
    button({ text: voter?.voted ? 'Change my vote' : 'Vote', preventDoubleClick: true }),
  )}
  ${button({ text: voter ? 'This is not me: start again' : 'Start again', href: paths.tablet(at), variant: 'secondary' })}`
}

/** The banner above it says that the vote is counted, and its receipt code, once. */
export const tabletDonePage = (at: BallotNouns, seconds: number): Html =>
  html`<h1 class="nhsuk-heading-l">Thank you. Note the code, then hand the device on</h1>
    <p>
      With the receipt code anybody can check on the page of this vote that your vote is counted, and you can
      change it there or here until voting closes. The code is shown only now and kept nowhere.
    </p>
    ${button({ text: 'Next person', href: paths.tablet(at) })}
    <p>This page goes back to the start by itself after ${seconds} seconds.</p>`

export const noTabletPage = (at: BallotNouns): Html =>
  html`<h1 class="nhsuk-heading-l">Nobody can vote on this device now</h1>
    <p>
      It has been ended, or voting has closed. An organiser or the lead of a team can start it again: they
      sign in on it and choose <a href="${paths.newTablet(at)}">Let people vote on this device</a>.
    </p>`
