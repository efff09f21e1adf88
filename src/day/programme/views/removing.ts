import type { AtEvent } from '../../../before/events/rules.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { paths } from '../../../paths.ts'
import { canTake } from '../../ballots/ballot/rules/ballot.ts'
import type { BallotShown } from '../../ballots/counting/store/results.ts'

export interface RemovingProps {
  at: AtEvent & { ballot: string }
  shown: BallotShown
  /** The titles of the parts of the day that would open it. */
  rows: string[]
  sending: FormToken
}

/** Consequences of taking a vote away. */
export function removingView({ at, shown, rows, sending }: RemovingProps): Html {
  const step = canTake('remove', shown.state)
  return html`<h1 class="nhsuk-heading-l">Take this vote away?</h1>
    <p>${shown.question}</p>
    ${
      'refused' in step
        ? html`<p>${step.refused}</p>`
        : html`<p>
              Nobody has voted in it. The question and the list of ideas go; the ideas themselves stay. It
              cannot be brought back.
            </p>
            ${rows.map(
              (title) =>
                html`<p>“${title}” stays on the programme, and asks which vote opens when it is started.</p>`,
            )}
            ${postingButton(
              { action: paths.ballotRemoval(at), sending },
              { text: 'Take the vote away', variant: 'warning' },
            )}`
    }
    <p><a href="${paths.ballot(at)}">Go back and keep it</a></p>`
}
