import { button } from '../../../platform/face/button.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import type { AtAdoption } from '../commands/finding.ts'
import type { AdoptionStage } from '../rules/ladder.ts'
import { progressWords, type Progress } from '../rules/progress.ts'
import { stageTag } from './ladder.ts'

/** One team with one idea, in a line. */
export interface Line {
  at: AtAdoption
  team: string
  idea: string
  stage: AdoptionStage
  progress: Progress
}

export const adoptionCard = (title: string, lines: readonly Line[], by: 'team' | 'idea'): Html =>
  html`<h2 class="nhsuk-heading-m">${title}</h2>
    <ul class="nhsuk-list nhsuk-list--border">
      ${lines.map(
        (line) =>
          html`<li>
            <a href="${paths.adoption(line.at)}">${line[by]}</a> ${stageTag(line.stage)}
            <span class="nhsuk-u-secondary-text-colour">${progressWords(line.stage, line.progress)}</span>
          </li>`,
      )}
    </ul>`

/** On the page of a pledge: how far the team has come with its idea, or the way to say so. */
export const pledgeCard = (at: AtAdoption, line: Line | undefined): Html =>
  html`<h2 class="nhsuk-heading-l">How far it has come</h2>
    ${
      line
        ? html`<p>
            ${stageTag(line.stage)}
            <a href="${paths.adoption(at)}">${progressWords(line.stage, line.progress)}</a>
          </p>`
        : html`<p>Nobody has said yet how far the team has come with this idea.</p>
            ${button({ text: 'Say how far it has come', href: paths.adoption(at), variant: 'secondary' })}`
    }`
