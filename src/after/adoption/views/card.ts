import { button } from '../../../platform/face/button.ts'
import { family, type Kin } from '../../../platform/face/family.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { paths } from '../../../paths.ts'
import type { AtAdoption } from '../commands/finding.ts'
import type { AdoptionStage } from '../rules/ladder.ts'
import type { Kinship } from '../rules/lineage.ts'
import { progressWords, type Progress } from '../rules/progress.ts'
import { stageTag } from './ladder.ts'

/** One team with one idea, in a line. */
export interface Line {
  at: AtAdoption
  team: string
  idea: string
  stage: AdoptionStage
  /** The team from which it was taken up, and what became of it. */
  from: string | null
  kept: string | null
  changed: string | null
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

/** On the page of an idea: the family of its teams, each with how far it has come, what it kept and changed. */
export function ideaCard(
  lines: readonly Line[],
  root: Kinship,
  teams: readonly { id: string; name: string }[],
): Html {
  const kin = ({ team, from }: Kinship): Kin => {
    const line = lines.find(({ at }) => at.team === team)
    const name = teams.find(({ id }) => id === team)?.name ?? team
    const words =
      line &&
      [line.kept && `Kept: ${line.kept}.`, line.changed && `Changed: ${line.changed}.`].filter(Boolean)
    return {
      text: html`${line ? html`<a href="${paths.adoption(line.at)}">${name}</a> ${stageTag(line.stage)} ` : html`<strong>${name}</strong> `}
        <span class="nhsuk-u-secondary-text-colour"
          >${team === root.team ? 'where it comes from' : ''}${line && ` ${progressWords(line.stage, line.progress)}`}
          ${words && words.join(' ')}</span
        >`,
      from: from.map(kin),
    }
  }
  return html`<h2 class="nhsuk-heading-m">How far it has come, and from whom</h2>
    ${family('From whom each took it up', [kin(root)])}`
}

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
