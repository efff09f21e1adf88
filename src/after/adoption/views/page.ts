import { button } from '../../../platform/face/button.ts'
import { checkboxes } from '../../../platform/face/checkboxes.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { day } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { prose } from '../../../platform/face/prose.ts'
import { paths } from '../../../paths.ts'
import type { AtAdoption } from '../commands/finding.ts'
import { stillWords, type Check, type StillInUse } from '../rules/checks.ts'
import {
  exits,
  heightOf,
  isBack,
  isExit,
  nextStage,
  rungs,
  stageMeanings,
  stageNames,
  type AdoptionStage,
} from '../rules/ladder.ts'
import { partsOf, progressWords, stalledAfterDays, type Progress } from '../rules/progress.ts'
import { besideParts, type Beside } from './beside.ts'
import { ladderTrack, type ShownMove } from './ladder.ts'

export interface AdoptionPageProps extends Beside {
  at: AtAdoption
  team: { id: string; name: string }
  idea: { id: string; title: string }
  origin: { id: string; name: string } | undefined
  /** Nothing where nobody has begun the record. */
  stands: { stage: AdoptionStage; since: string; done: string; progress: Progress } | undefined
  moves: readonly ShownMove[]
  checks: readonly (Check & { still: StillInUse | null; evidence: string | null; note: string | null })[]
  due: Check | undefined
  /** Measures that show a signal the wrong way since it was adopted. */
  lost: readonly { href: string; text: string }[]
  mayRecord: boolean
  sending: FormToken
}

/** How far one team has come with one idea, for how long, and what shows it. It names nobody. */
export function adoptionPage(props: AdoptionPageProps): Html {
  const { at, team, idea, stands } = props
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl"
        ><a href="${paths.team({ network: at.network, team: team.id })}">${team.name}</a></span
      >
      ${idea.title}
    </h1>
    <p class="app-lead">
      ${
        stands
          ? `${team.name}: ${progressWords(stands.stage, stands.progress)}.`
          : `How far ${team.name} has come with it is not recorded yet.`
      }
    </p>
    ${ladderTrack(stands?.stage, props.moves)} ${flags(props)}
    <div class="app-with-aside">
      <div>
        ${stands ? stagePart(props, stands) : beginning(props)} ${movesPart(props)} ${checksPart(props)}
      </div>
      <div>${besideParts(props)}</div>
    </div>`
}

function flags({ at, due, lost, checks, stands, mayRecord, origin }: AdoptionPageProps): Html | undefined {
  const unused = checks.find((check) => check.still === 'no')
  const parts = [
    due &&
      html`<p>
        <strong>The check after ${due.months} months is due since ${day(due.dueOn)}.</strong>
        ${mayRecord && html`<a href="${paths.adoptionCheck({ ...at, months: String(due.months) })}">Answer it</a>`}
      </p>`,
    ...lost.map(
      ({ href, text }) =>
        html`<p>
          <a href="${href}">${text}</a> shows a signal the wrong way. That is a reason to look, and no
          verdict.
        </p>`,
    ),
    unused &&
      html`<p>
        After ${unused.months} months somebody wrote that it is no longer in use. That moves nothing by
        itself: whoever knows decides if it moves back.
      </p>`,
    stands?.progress.stalled &&
      html`<p>
        Nothing has been recorded for ${stalledAfterDays} days or more: no move, test or note.
        ${origin && html`<a href="${paths.team({ network: at.network, team: origin.id })}">Ask ${origin.name}, who did it first</a>.`}
      </p>`,
  ].filter(Boolean)
  return parts.length > 0 ? insetText({ content: html`${parts}` }) : undefined
}

function beginning({ at, mayRecord, team }: AdoptionPageProps): Html {
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Where it stands</h2>
    <p>
      The first entry says how far ${team.name} has come: interested is enough to begin, and “not for us” is a
      finding, too.
    </p>
    ${mayRecord && moveLinks(at, undefined)}
  </section>`
}

function stagePart(
  { at, mayRecord, sending }: AdoptionPageProps,
  { stage, since, done }: NonNullable<AdoptionPageProps['stands']>,
): Html {
  const parts = partsOf(stage, done)
  return html`<section class="app-card" id="stage">
    <h2 class="nhsuk-heading-m">${stageNames[stage]}, since ${day(since)}</h2>
    ${
      parts.length > 0 &&
      (mayRecord
        ? postingForm(
            { action: paths.doneParts(at), sending },
            checkboxes({
              name: 'done',
              fieldset: { legend: { text: 'How much of it is done?', size: 's' } },
              items: parts.map(({ word, text, done: checked }) => ({ value: word, text, checked })),
            }),
            button({ text: 'Save the ticks', variant: 'secondary', small: true }),
          )
        : html`<ul class="nhsuk-list nhsuk-list--bullet">
              ${parts.filter((part) => part.done).map(({ text }) => html`<li>${text}</li>`)}
            </ul>
            ${
              parts.some((part) => !part.done) &&
              html`<p class="nhsuk-u-secondary-text-colour">
                Not yet:
                ${parts
                  .filter((part) => !part.done)
                  .map(({ text }) => text)
                  .join('; ')}.
              </p>`
            }`)
    }
    ${mayRecord && moveLinks(at, stage)}
  </section>`
}

/** The ways on from a stage: the next rung as a button, everything else in a list behind it. */
function moveLinks(at: AtAdoption, stage: AdoptionStage | undefined): Html {
  const next = nextStage(stage)
  const to = (one: AdoptionStage) => `${paths.newMove(at)}?to=${one}`
  const onTo = (one: AdoptionStage) =>
    stage && !isExit(one) && !isBack(stage, one) && (heightOf(one) ?? 0) > 1
      ? `${paths.contextLook(at)}?then=${one}`
      : to(one)
  const line = (one: AdoptionStage) =>
    html`<li><a href="${onTo(one)}">${stageNames[one]}</a>: ${stageMeanings[one]}</li>`
  const group = (title: string, list: readonly AdoptionStage[]) =>
    list.length > 0 &&
    html`<h3 class="nhsuk-heading-s">${title}</h3>
      <ul class="nhsuk-list nhsuk-list--bullet">
        ${list.map(line)}
      </ul>`
  const others = rungs.filter((one) => one !== next && one !== stage)
  return html`${next && button({ text: `Move on to ${stageNames[next].toLowerCase()}`, href: onTo(next) })}
  ${details({
    summary: 'Another stage, or a way off the ladder',
    content: html`${group(
      'On',
      others.filter((one) => !isBack(stage, one)),
    )}
    ${group(
      'Back',
      others.filter((one) => isBack(stage, one)),
    )}
    ${group(
      'Off the ladder',
      exits.filter((one) => one !== stage),
    )}`,
  })}`
}

function movesPart({ at, moves, mayRecord, sending }: AdoptionPageProps): Html | undefined {
  if (moves.length === 0) return undefined
  const last = moves.at(-1)!
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">What shows it</h2>
    <ol class="nhsuk-list nhsuk-list--border">
      ${moves.toReversed().map(
        (move) =>
          html`<li>
            <p class="nhsuk-u-margin-bottom-1">
              <strong>${stageNames[move.stage]}</strong>, ${day(move.onDay)}
            </p>
            ${move.test && html`<p class="nhsuk-u-margin-bottom-1">Test: <a href="${move.test.href}">${move.test.text}</a></p>`}
            ${move.evidence && prose(move.evidence)} ${move.reason && html`<p>Why: “${move.reason}”</p>`}
            ${move.source && html`<p class="nhsuk-u-secondary-text-colour">To be seen in: ${move.source}</p>`}
            ${!move.evidence && !move.test && !move.reason && html`<p class="nhsuk-u-secondary-text-colour">Nothing was written down for it.</p>`}
          </li>`,
      )}
    </ol>
    ${
      mayRecord &&
      postingButton(
        { action: paths.undoMove({ ...at, move: last.id }), sending },
        { text: `Take back “${stageNames[last.stage]}”`, variant: 'secondary', small: true },
      )
    }
  </section>`
}

function checksPart({ at, checks, due, mayRecord, sending }: AdoptionPageProps): Html | undefined {
  if (checks.length === 0) return undefined
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Is it still in use?</h2>
    <p>Three, six and twelve months after it was adopted this is asked by itself.</p>
    <ul class="nhsuk-list nhsuk-list--border">
      ${checks.map(
        (check) =>
          html`<li>
            <strong>After ${check.months} months</strong>:
            ${
              check.still
                ? html`${stillWords[check.still]}. ${[check.evidence, check.note].filter(Boolean).join(' ')}
                  ${
                    mayRecord &&
                    postingButton(
                      {
                        action: paths.takeBackCheck({ ...at, months: String(check.months) }),
                        sending,
                      },
                      {
                        text: `Take back the answer after ${check.months} months`,
                        variant: 'secondary',
                        small: true,
                      },
                    )
                  }`
                : check === due || check.months === due?.months
                  ? 'due now'
                  : `on ${day(check.dueOn)}`
            }
          </li>`,
      )}
    </ul>
  </section>`
}
