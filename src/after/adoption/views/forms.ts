import { button } from '../../../platform/face/button.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { recordField, recordFields } from '../../../platform/face/record-fields.ts'
import { select } from '../../../platform/face/select.ts'
import { asked, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import type { AtAdoption } from '../commands/finding.ts'
import type { moveAdoption } from '../commands/moves.ts'
import type {
  addAdaptation,
  answerCheck,
  giveScore,
  lookAgain,
  tellLineage,
  tellParts,
  tellReach,
} from '../commands/telling.ts'
import { adaptation, checked, fidelity, lineage, look, moved, reach, scored } from '../record.ts'
import {
  isBack,
  isExit,
  needsTest,
  needsWords,
  stageMeanings,
  stageNames,
  type AdoptionStage,
} from '../rules/ladder.ts'

interface Filling<Fields extends string> {
  at: AtAdoption
  sending: FormToken
  form: FormState<Fields>
  team: string
  idea: string
}

const heading = (caption: string, text: string): Html =>
  html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${caption}</span> ${text}</h1>`

export interface MoveFormProps extends Filling<FieldsOf<typeof moveAdoption>> {
  from: AdoptionStage | undefined
  to: AdoptionStage
  /** Tests that are over, the latest first. */
  tests: readonly { id: string; question: string }[]
}

/** Asks for a move: its day, and the proof or the reason that the stage wants, and nothing else. */
export function moveForm({ at, sending, form, team, idea, from, to, tests }: MoveFormProps): Html {
  const down = isExit(to) || isBack(from, to)
  const { onDay, evidence, source, reason } = moved.fields
  const wantsWords = needsWords(to)
  const optional = (name: 'evidence' | 'source') => ({
    ...moved.fields[name],
    ...(!wantsWords && { sometimes: false }),
  })
  return html`${heading(`${team}: ${idea}`, isExit(to) ? stageNames[to] : `${isBack(from, to) ? 'Back' : 'On'} to ${stageNames[to].toLowerCase()}`)}
    <p>${stageMeanings[to]}</p>
    ${
      !down &&
      needsTest(to) &&
      to !== 'sustained' &&
      tests.length === 0 &&
      insetText({
        content: html`<p>
          No test of this idea is finished yet. Write down first what came of one:
          <a href="${paths.team({ network: at.network, team: at.team })}">the tests of ${team}</a>.
        </p>`,
      })
    }
    ${postingForm(
      { action: paths.newMove(at), sending },
      html`<input type="hidden" name="stage" value="${to}" />`,
      recordField('onDay', onDay, form),
      !down &&
        tests.length > 0 &&
        select({
          ...asked(form, 'test'),
          label: 'Which finished test shows it?',
          items: [
            { value: '', text: 'None of them' },
            ...tests.map(({ id, question }) => ({ value: id, text: question })),
          ],
        }),
      !down && recordField('evidence', optional('evidence'), form, { hint: evidence.hint }),
      !down && recordField('source', optional('source'), form, { hint: source.hint }),
      down && recordField('reason', reason, form),
      button({ text: 'Save', preventDoubleClick: true }),
    )}`
}

export interface LookFormProps extends Filling<FieldsOf<typeof lookAgain>> {
  /** The place from which the answers that stand there come, and its day. */
  from: { what: 'reflection' | 'look'; at: string } | undefined
  before: string
  then: AdoptionStage | undefined
}

/** Ninety seconds before a further stage: what stands there is what was written last. */
export const lookForm = ({ at, sending, form, team, idea, from, before, then }: LookFormProps): Html =>
  html`${heading(`${team}: ${idea}`, 'Look again at the context')}
    <p>
      Ninety seconds${then && ` before it moves on to ${stageNames[then].toLowerCase()}`}: is it still the
      same place?
      ${
        from &&
        `The answers below are from your ${from.what === 'look' ? 'last look' : 'reflection'} of ${day(dayOf(from.at))}. Change what is no longer so.`
      }
    </p>
    ${postingForm(
      { action: then ? `${paths.contextLook(at)}?then=${then}` : paths.contextLook(at), sending },
      html`<input type="hidden" name="before" value="${before}" />`,
      recordFields(look, form),
      button({ text: then ? 'Save and go on' : 'Save', preventDoubleClick: true }),
    )}
    ${then && html`<p><a href="${paths.newMove(at)}?to=${then}">Nothing has changed: go on</a></p>`}`

export const adaptationForm = ({
  at,
  sending,
  form,
  team,
  idea,
}: Filling<FieldsOf<typeof addAdaptation>>): Html =>
  html`${heading(`${team}: ${idea}`, 'Add an adaptation')}
    <p>What is done differently from how the idea was shown. Five short answers.</p>
    ${postingForm(
      { action: paths.newAdaptation(at), sending },
      recordFields(adaptation, form),
      button({ text: 'Add the adaptation', preventDoubleClick: true }),
    )}`

export const checkForm = ({
  at,
  sending,
  form,
  team,
  idea,
  months,
}: Filling<FieldsOf<typeof answerCheck>> & { months: string }): Html =>
  html`${heading(`${team}: ${idea}`, `${months} months on: is it still in use?`)}
    <p>
      The answer moves nothing by itself. If it is no longer in use, whoever knows decides what to record.
    </p>
    ${postingForm(
      { action: paths.adoptionCheck({ ...at, months }), sending },
      recordFields(checked, form),
      button({ text: 'Save the answer', preventDoubleClick: true }),
    )}`

export const scoreForm = ({ at, sending, form, team, idea }: Filling<FieldsOf<typeof giveScore>>): Html =>
  html`${heading(`${team}: ${idea}`, 'Give a progress score')}
  ${postingForm(
    { action: paths.progressScore(at), sending },
    recordFields(scored, form),
    button({ text: 'Save the score', preventDoubleClick: true }),
  )}`

export const partsForm = ({
  at,
  sending,
  form,
  team,
  idea,
  known,
}: Filling<FieldsOf<typeof tellParts>> & { known: boolean }): Html =>
  html`${heading(`${team}: ${idea}`, 'Core parts in use')}
  ${known && html`<p>The parts below were named by another team. Move those that are not in use here to the second box.</p>`}
  ${postingForm(
    { action: paths.coreParts(at), sending },
    recordFields(fidelity, form),
    button({ text: 'Save', preventDoubleClick: true }),
  )}`

export const reachForm = ({ at, sending, form, team, idea }: Filling<FieldsOf<typeof tellReach>>): Html =>
  html`${heading(`${team}: ${idea}`, 'Whom does it reach?')}
  ${postingForm(
    { action: paths.reach(at), sending },
    recordFields(reach, form),
    button({ text: 'Save', preventDoubleClick: true }),
  )}`

export const lineageForm = ({
  at,
  sending,
  form,
  team,
  idea,
  teamNoun,
  teams,
}: Filling<FieldsOf<typeof tellLineage>> & {
  teamNoun: string
  teams: readonly { id: string; name: string }[]
}): Html =>
  html`${heading(`${team}: ${idea}`, 'From whom was it taken up?')}
  ${postingForm(
    { action: paths.lineage(at), sending },
    select({
      ...asked(form, 'from'),
      label: `Which ${teamNoun} showed you how?`,
      hint: 'The one whose way of doing it you began from',
      items: [
        { value: '', text: 'None of them' },
        ...teams.filter(({ id }) => id !== at.team).map(({ id, name }) => ({ value: id, text: name })),
      ],
    }),
    recordFields(lineage, form),
    button({ text: 'Save', preventDoubleClick: true }),
  )}`
