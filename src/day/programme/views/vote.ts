import type { AtEvent } from '../../../before/events/rules.ts'
import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { radios } from '../../../platform/face/radios.ts'
import { asked, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { meantForAnotherDay } from './another-day.ts'

export interface VoteChoiceProps {
  at: AtEvent & { item: string }
  title: string
  /** The votes that can be opened. */
  prepared: { id: string; question: string }[]
  seen: string
  /** The event's day, where that is not today and nothing has begun. */
  anotherDay: string | undefined
  sending: FormToken
}

/** Asks which vote a part of the day opens, where nobody has said so. */
export const voteChoiceView = (props: VoteChoiceProps, form: FormState<'ballot'>): Html =>
  html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${props.title}</span>
      Which vote opens?
    </h1>
    ${postingForm(
      { action: paths.itemVote(props.at), sending: props.sending },
      html`<input type="hidden" name="seen" value="${props.seen}" />`,
      props.anotherDay && meantForAnotherDay(props.anotherDay),
      radios({
        ...asked(form, 'ballot'),
        idPrefix: 'ballot',
        fieldset: { legend: { text: 'The vote', size: 's' } },
        items: [
          ...props.prepared.map(({ id, question }) => ({ value: id, text: question })),
          {
            value: 'new',
            text: 'A new vote on all change ideas',
            hint: 'Each person has one choice. Nobody votes for the idea of those they came with.',
          },
        ],
      }),
      button({ text: 'Start, and open this vote', preventDoubleClick: true }),
    )}
    <p><a href="${paths.newBallot(props.at)}">Prepare another vote first</a></p>`
