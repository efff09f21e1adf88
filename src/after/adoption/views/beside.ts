import { postingButton, type FormToken } from '../../../platform/face/command-form.ts'
import { button } from '../../../platform/face/button.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { tag } from '../../../platform/face/tag.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import type { AtAdoption } from '../commands/finding.ts'
import { scoreNames, scoreSource, type Score } from '../rules/score.ts'
import { linesOf } from '../rules/figures.ts'

export interface Beside {
  at: AtAdoption
  stands: unknown
  mayRecord: boolean
  sending: FormToken
  lineage: { from: { id: string; name: string } | undefined; kept: string | null; changed: string | null }
  fidelity: { inUse: string | null; notInUse: string | null; seenHow: 'said' | 'observed' | null }
  reach: { reached: number | null; eligible: number | null; countedOn: string | null }
  adaptations: readonly {
    id: string
    what: string
    onDay: string
    planned: string
    keeps: string
    why: string | null
    removed: boolean
  }[]
  looks: readonly { at: string; different: string | null }[]
  scores: readonly { score: Score; why: string; link: string | null; at: string }[]
  scoreHint: string | undefined
  thread: string
  tests: { finished: number; all: number }
}

/** The rest of the record beside the ladder: from whom, what is in use, whom it reaches, and the score. */
export function besideParts(props: Beside): Html {
  return html`${lineagePart(props)}
    ${props.stands ? html`${fidelityPart(props)} ${adaptationsPart(props)} ${reachPart(props)} ${scorePart(props)}` : ''}
    <p><a class="nhsuk-link" href="${props.thread}">The whole thread, from the idea on</a></p>`
}

const change = (may: boolean, href: string, text: string): Html | false =>
  may && html`<p><a class="nhsuk-link" href="${href}">${text}</a></p>`

function lineagePart({ at, lineage: { from, kept, changed }, mayRecord, stands }: Beside): Html {
  const { network, idea } = at
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">From whom</h2>
    ${
      from
        ? html`<p>
              Taken up from <a href="${paths.team({ network, team: from.id })}">${from.name}</a>. To ask how
              they did it, begin with <a href="${paths.idea({ network, idea })}">the card of the idea</a>.
            </p>
            ${kept && html`<p><strong>Kept:</strong> ${kept}</p>`}
            ${changed && html`<p><strong>Changed:</strong> ${changed}</p>`}`
        : html`<p>This is where the idea comes from, or nobody has said from whom it was taken up.</p>`
    }
    ${change(mayRecord && Boolean(stands), paths.lineage(at), 'Say from whom, what was kept and changed')}
  </section>`
}

function fidelityPart({ at, fidelity: { inUse, notInUse, seenHow }, mayRecord }: Beside): Html {
  const [used, unused] = [linesOf(inUse), linesOf(notInUse)]
  const all = used.length + unused.length
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Core parts in use</h2>
    ${
      all === 0
        ? html`<p>Nobody has written down yet which core parts are in use.</p>`
        : html`<p>
              <strong>${used.length} of ${all}</strong>${
                seenHow === 'observed' ? ', as somebody from outside saw it' : ', as the team says'
              }
            </p>
            <ul class="nhsuk-list nhsuk-list--bullet">
              ${used.map((line) => html`<li>${line}</li>`)}
            </ul>
            ${
              unused.length > 0 &&
              html`<p>Not in use:</p>
                <ul class="nhsuk-list nhsuk-list--bullet">
                  ${unused.map((line) => html`<li>${line}</li>`)}
                </ul>`
            }`
    }
    ${change(mayRecord, paths.coreParts(at), 'Change the core parts')}
  </section>`
}

const keepsWords: Record<string, string> = {
  yes: 'still does what the idea is for',
  partly: 'does in part what the idea is for',
  no: 'no longer does what the idea is for',
  unknown: 'not known yet if it still does what the idea is for',
}

function adaptationsPart({ at, adaptations, looks, mayRecord, sending }: Beside): Html {
  const standing = adaptations.filter((one) => !one.removed)
  const removed = adaptations.filter((one) => one.removed)
  return html`<section class="app-card" id="adaptations">
    <h2 class="nhsuk-heading-m">Adaptations</h2>
    ${standing.length === 0 && html`<p>None has been recorded.</p>`}
    <ul class="nhsuk-list nhsuk-list--border">
      ${standing.map(
        (one) =>
          html`<li>
            <p class="nhsuk-u-margin-bottom-1">${one.what}</p>
            <p class="nhsuk-u-secondary-text-colour">
              Since ${day(one.onDay)}, ${one.planned === 'planned' ? 'planned' : 'came about by itself'};
              ${keepsWords[one.keeps]}.${one.why && ` Why: ${one.why}`}
            </p>
            ${
              mayRecord &&
              postingButton(
                { action: paths.removeAdaptation({ ...at, adaptation: one.id }), sending },
                { text: 'Take away', variant: 'secondary', small: true },
              )
            }
          </li>`,
      )}
    </ul>
    ${
      mayRecord &&
      removed.length > 0 &&
      html`<ul class="nhsuk-list">
        ${removed.map(
          (one) =>
            html`<li>
              Taken away: ${one.what}
              ${postingButton(
                { action: paths.restoreAdaptation({ ...at, adaptation: one.id }), sending },
                { text: 'Put back', variant: 'secondary', small: true },
              )}
            </li>`,
        )}
      </ul>`
    }
    ${
      looks.length > 0 &&
      html`<p class="nhsuk-u-secondary-text-colour">
        ${counted(looks.length, 'look')} at the context, the last on
        ${day(dayOf(looks[0]!.at))}${looks[0]!.different && `: ${looks[0]!.different}`}
      </p>`
    }
    ${
      mayRecord &&
      html`<p>
        <a class="nhsuk-link" href="${paths.newAdaptation(at)}">Add an adaptation</a> ·
        <a class="nhsuk-link" href="${paths.contextLook(at)}">Look again at the context</a>
      </p>`
    }
  </section>`
}

function reachPart({ at, reach: { reached, eligible, countedOn }, mayRecord }: Beside): Html {
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Reach</h2>
    ${
      reached === null || eligible === null
        ? html`<p>Nobody has counted yet whom it reaches.</p>`
        : html`<p>
            <strong>${reached} of ${eligible}</strong> people for whom it is meant received
            it${countedOn && `, counted up to ${day(countedOn)}`}.
          </p>`
    }
    ${change(mayRecord, paths.reach(at), 'Enter both counts')}
  </section>`
}

function scorePart({ at, scores, scoreHint, mayRecord, tests }: Beside): Html {
  const [latest, ...earlier] = scores
  const line = ({ score, why, link, at: when }: Beside['scores'][number]) =>
    html`<p class="nhsuk-u-margin-bottom-1"><strong>${scoreNames[score]}</strong></p>
      <p class="nhsuk-u-secondary-text-colour">
        ${day(dayOf(when))}:
        ${why}${link && /^https?:/.test(link) ? html` (<a href="${link}">to be seen here</a>)` : link && ` (${link})`}
      </p>`
  return html`<section class="app-card">
    <h2 class="nhsuk-heading-m">Progress score</h2>
    ${
      latest
        ? html`${line(latest)}
          ${scoreHint && html`<p>${tag({ text: 'Look again', colour: 'yellow' })} ${scoreHint}</p>`}`
        : html`<p>Nobody has given one.</p>`
    }
    <p>
      Beside it, as recorded: ${counted(tests.all, 'test')}, ${tests.finished} of
      ${tests.all === 1 ? 'it' : 'them'} finished.
    </p>
    ${earlier.length > 0 && details({ summary: 'Earlier scores', content: html`${earlier.map(line)}` })}
    <p>
      People set it, nothing computes it. After the
      <a href="${scoreSource}">score of the Institute for Healthcare Improvement</a>, in our words.
    </p>
    ${mayRecord && button({ text: 'Give a score', href: paths.progressScore(at), variant: 'secondary', small: true })}
  </section>`
}
