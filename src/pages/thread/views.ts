import { day } from '../../platform/face/dates.ts'
import { html, type Html } from '../../platform/face/html.ts'
import { tag } from '../../platform/face/tag.ts'
import type { OnTheWay, StepRecord, ThreadStep } from './step.ts'
import { capitalised } from '../../platform/text/english.ts'

export interface ShownThread extends Pick<OnTheWay, 'network' | 'team' | 'idea'> {
  steps: ThreadStep[]
}

export function threadPage({ network, team, idea, steps }: ShownThread): Html {
  return html`<h1 class="nhsuk-heading-xl">
      <span class="nhsuk-caption-xl">${team.name}</span>
      ${idea ? idea.title : 'From the pledge to its tests'}
    </h1>
    <p class="nhsuk-body-l">
      ${
        idea
          ? `What this ${network.team_noun} has done with the idea, step by step.`
          : `What came of the pledge, step by step. ${capitalised(team.name)} made it without one of the ideas.`
      }
    </p>
    <ol class="app-thread">
      ${steps.map(stepPart)}
    </ol>`
}

const states = {
  'not yet': tag({ text: 'Not yet', colour: 'white' }),
  'not recorded': tag({ text: 'Not recorded', colour: 'grey' }),
}

const stepPart = ({ name, state, taken }: ThreadStep): Html =>
  html`<li class="app-thread__step${state === 'taken' && ' app-thread__step--taken'}">
    <h2 class="nhsuk-heading-m nhsuk-u-margin-bottom-1">${name}</h2>
    ${state !== 'taken' && states[state]}
    ${
      taken.length > 0 &&
      html`<ul class="nhsuk-list">
        ${taken.map(takenPart)}
      </ul>`
    }
  </li>`

const takenPart = ({ on, says, href }: StepRecord): Html =>
  html`<li>
    ${on && html`<span class="nhsuk-u-secondary-text-colour">${day(on)}</span><br />`}
    <a href="${href}">${says}</a>
  </li>`
