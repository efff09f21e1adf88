import { button } from '../../../platform/face/button.ts'
import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { prose } from '../../../platform/face/prose.ts'
import { paths } from '../../../paths.ts'
import { supportWords } from '../rules.ts'
import type { CommentRow, SupportRow } from '../store.ts'

export interface VoicesProps {
  at: { network: string; idea: string }
  network: { team_noun: string; team_noun_plural: string }
  teams: ReadonlyMap<string, string>
  supports: readonly SupportRow[]
  /** The visitor's own voice. */
  own: SupportRow | undefined
  comments: readonly CommentRow[]
  /** A comment that was removed just now, and can be put back. */
  removed: CommentRow | undefined
  maySupport: boolean
  mayComment: boolean
  mayAnswer: boolean
  mayRemove(comment: CommentRow): boolean
  sending: FormToken
}

/** Other teams on an idea: who has the problem, too, and what they ask. Without any, only those who may add one see it. */
export function voicesCard(props: VoicesProps): Html | undefined {
  const { at, supports, comments, maySupport, mayComment } = props
  const nothing = supports.length === 0 && comments.length === 0
  if (nothing && !maySupport && !mayComment) return undefined
  return html`<section class="app-card" id="comments">
    <h2 class="nhsuk-heading-m">Others on it</h2>
    ${supported(props)}
    ${
      props.removed &&
      insetText({
        content: html`<p>The comment was removed.</p>
          ${postingButton(
            { action: paths.restoreComment({ ...at, comment: props.removed.id }), sending: props.sending },
            { text: 'Put it back', variant: 'secondary', small: true },
          )}`,
      })
    }
    ${
      comments.length > 0 &&
      html`<ul class="app-made-of">
        ${comments.map((one) => comment(props, one))}
      </ul>`
    }
    ${
      mayComment && button({ text: 'Ask or say something', href: paths.newComment(at), variant: 'secondary' })
    }
  </section>`
}

function supported({ at, network, teams, supports, own, maySupport, sending }: VoicesProps): Html {
  const nouns = { noun: network.team_noun, plural: network.team_noun_plural }
  const said = supports.filter(({ words }) => words !== null)
  return html`${supports.length > 0 && html`<p><strong>${supportWords(supports, nouns)}.</strong></p>`}
  ${
    said.length > 0 &&
    html`<ul>
      ${said.map(({ team_id, words }) => html`<li>${teams.get(team_id)}: ${words}</li>`)}
    </ul>`
  }
  ${
    maySupport &&
    (own
      ? html`<p>You said that you have it, too.</p>
          ${postingButton(
            { action: paths.noSupport(at), sending },
            { text: 'Take that back', variant: 'secondary', small: true },
          )}`
      : button({ text: 'We have this problem, too', href: paths.support(at), variant: 'secondary' }))
  }`
}

function comment(props: VoicesProps, one: CommentRow): Html {
  const { at, teams, mayAnswer, mayRemove, sending } = props
  const here = { ...at, comment: one.id }
  return html`<li>
    <p class="nhsuk-u-secondary-text-colour nhsuk-u-margin-bottom-1">
      ${one.team_id === null ? 'Someone of the network' : teams.get(one.team_id)}, ${day(dayOf(one.said_at))}
    </p>
    ${prose(one.says)} ${one.answer !== null && insetText({ content: prose(one.answer) })}
    ${
      (mayAnswer || mayRemove(one)) &&
      html`<div class="nhsuk-button-group">
        ${
          mayAnswer &&
          button({
            text: one.answer === null ? 'Answer' : 'Change the answer',
            href: paths.answerComment(here),
            variant: 'secondary',
            small: true,
          })
        }
        ${
          mayRemove(one) &&
          postingButton(
            { action: paths.removeComment(here), sending },
            { text: 'Remove', variant: 'secondary', small: true },
          )
        }
      </div>`
    }
  </li>`
}
