import { button } from '../../../../platform/face/button.ts'
import { html, type Html } from '../../../../platform/face/html.ts'
import { postingButton, postingForm, type FormToken } from '../../../../platform/face/command-form.ts'
import { radios } from '../../../../platform/face/radios.ts'
import { table } from '../../../../platform/face/tables.ts'
import { textarea } from '../../../../platform/face/textarea.ts'
import { asked, type FieldsOf, type FormState } from '../../../../platform/form/state.ts'
import { paths } from '../../../../paths.ts'
import { wayNames, type Method } from '../../ballot/rules/ballot.ts'
import { handsCannot } from '../../by-hand/rules/hands.ts'
import type { BallotShown, OptionShown } from '../../counting/store/results.ts'
import type { OnRoll } from '../store/roll.ts'
import type { BallotNouns } from '../store/voting.ts'
import { optionItems } from '../../ballot/views/choice-fields.ts'
import { capitalised } from '../../../../platform/text/english.ts'
import type { confirmChoice } from '../../counting/commands/choices.ts'

/** The roll for the door, with who has voted. No choice is in it. */
export interface RollProps {
  at: BallotNouns
  shown: BallotShown
  roll: OnRoll[]
  sending: FormToken
}

export function rollPage({ at, shown, roll, sending }: RollProps): Html {
  const voted = roll.filter((one) => one.voted).length
  const late = roll.filter((one) => one.late && !one.voted)
  const rows = roll.map(({ name, teamName, voted: has, way }) => [
    name,
    teamName,
    has && way ? wayNames[way] : 'Not yet',
  ])
  return html`<h1 class="nhsuk-heading-l">Who has voted</h1>
    <p>${shown.question}</p>
    ${
      shown.state === 'open'
        ? html`<p>
              Only organisers see this page, and only while the vote is open. It says who has voted and never
              what. ${voted} of ${roll.length} have voted.
            </p>
            ${table({ head: ['Name', capitalised(shown.teamNoun), 'Voted'], rows, responsive: true, firstCellIsHeader: true })}
            ${
              late.length > 0 &&
              html`<h2 class="nhsuk-heading-m">
                  Signed up or changed ${shown.teamNoun} after the vote opened: ${late.length}
                </h2>
                <p>They cannot vote until you let them. Let those vote whom you know.</p>
                ${table({
                  head: ['Name', 'Let them vote'],
                  firstCellIsHeader: true,
                  rows: late.map(({ voter, name, teamName }) => [
                    `${name} (${teamName})`,
                    postingButton(
                      { action: paths.letVote({ ...at, attendee: voter }), sending },
                      {
                        text: html`Let them vote<span class="nhsuk-u-visually-hidden">: ${name}</span>`,
                        variant: 'secondary',
                        small: true,
                      },
                    ),
                  ]),
                })}`
            }
            <ul class="nhsuk-list">
              <li><a href="${paths.paperVote(at)}">Put down a vote on paper</a></li>
              ${!handsCannot[shown.method] && html`<li><a href="${paths.handsVote(at)}">Put down a show of hands</a></li>`}
              <li><a href="${paths.rollSheet(at)}">Print the list of voters to tick off</a></li>
            </ul>`
        : html`<p>
            The names are shown only while the vote is open. How many voted stands on the vote’s page.
          </p>`
    }`
}

export interface ChoiceProps {
  action: string
  teamName: string
  method: Method
  question: string
  options: OptionShown[]
  /** The reason why the team has to say how it chose, where the vote does not say. */
  reason?: string
  form: FormState<FieldsOf<typeof confirmChoice>>
  sending: FormToken
}

const saidBy = (teamName: string, method: Method) =>
  ({
    person: `This is what the most people of ${teamName} voted for.`,
    several: `This is what the most people of ${teamName} chose.`,
    ranked: `This is the first choice of the most people of ${teamName}.`,
    team: `This is what ${teamName} voted for.`,
  })[method]

export const choicePage = ({
  action,
  teamName,
  method,
  question,
  options,
  reason,
  form,
  sending,
}: ChoiceProps): Html =>
  html`<h1 class="nhsuk-heading-l">Confirm what ${teamName} chose</h1>
    <p>${question}</p>
    ${reason ? html`<p>${reason}</p>` : html`<p>${saidBy(teamName, method)}</p>`}
    <p>The choice becomes the start of the pledge. It can still be changed afterwards.</p>
    ${postingForm(
      { action, sending },
      radios({
        ...asked(form, 'idea'),
        fieldset: { legend: { text: 'The idea to test', size: 's' } },
        classes: 'app-options',
        items: optionItems(options),
      }),
      reason !== undefined &&
        textarea({ ...asked(form, 'reason'), label: { text: 'How it was chosen', size: 's' }, rows: 3 }),
      button({ text: 'Confirm the choice', preventDoubleClick: true }),
    )}`
