import { button } from '../../../platform/face/button.ts'
import { checkboxes } from '../../../platform/face/checkboxes.ts'
import { postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { day } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { fileUpload } from '../../../platform/face/file-upload.ts'
import { html, type Html } from '../../../platform/face/html.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { radios } from '../../../platform/face/radios.ts'
import { table } from '../../../platform/face/tables.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { notIdentifiers } from '../../../platform/contract.ts'
import { asked, errorOf, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { counted } from '../../../platform/text/english.ts'
import type { addReadings } from '../commands/readings.ts'
import type { MeasureView } from '../record/measure.ts'
import { hasDenominator } from '../rules/definition.ts'
import type { Preview, PreviewRow } from '../rules/preview.ts'
import { readingWords } from '../rules/reading.ts'

interface Pasting {
  action: string
  sending: FormToken
  form: FormState<FieldsOf<typeof addReadings>>
  caption: string
  measure: MeasureView
}

const heading = (caption: string, text: string) =>
  html`<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">${caption}</span> ${text}</h1>`

const columnsOf = ({ counted: what, numerator, denominator }: MeasureView) =>
  hasDenominator(what)
    ? `the date, ${numerator ?? 'how many'}, and of how many ${denominator ?? ''}`.trim()
    : 'the date and the reading'

/** The box to paste into; where nothing could be kept, the rows stand below with the reason of each. */
export function pasteForm(
  page: Pasting & { preview: Preview | undefined; unreadFile: string | undefined },
): Html {
  const { action, sending, form, caption, measure, preview, unreadFile } = page
  const unread = errorOf(form, 'rows')
  const error = errorOf(form, 'pasted') ?? unread
  return html`${heading(caption, 'Paste readings from Excel')}
    <p>
      ${measure.name}: select the columns with ${columnsOf(measure)}, with their headings, copy them, and
      paste them here. A column with notes may come along. You see what was read before anything is kept.
    </p>
    ${postingForm(
      { action, sending },
      textarea({
        name: 'pasted',
        // The error summary leads to what the command calls wrong.
        id: unread ? 'rows' : 'pasted',
        value: valueOf(form, 'pasted'),
        ...(error && { error }),
        label: 'Readings',
        hint: 'Days come before months: 18/04/2023. No names and no NHS numbers.',
        rows: 10,
      }),
      button({ text: 'Look at what was read', preventDoubleClick: true }),
    )}
    <h2 class="nhsuk-heading-m">Or send the file</h2>
    ${postingForm(
      // The question about what was pasted stands in the form above.
      {
        action,
        sending: { ...sending, question: undefined },
        attributes: { enctype: 'multipart/form-data' },
      },
      fileUpload({
        name: 'file',
        label: 'An Excel workbook or a CSV file',
        hint: 'Its first sheet is read: .xlsx or .csv, at most 2 MB. The file itself is not kept.',
        ...(unreadFile && { error: unreadFile }),
        attributes: { accept: '.xlsx,.csv,.tsv,.txt' },
      }),
      button({ text: 'Look at what is in the file', variant: 'secondary', preventDoubleClick: true }),
    )}
    ${preview?.refused !== undefined && insetText({ content: preview.refused })}
    ${preview && preview.wrong.length > 0 && wrongRows(preview.wrong)}`
}

const wrongRows = (wrong: readonly PreviewRow[]): Html =>
  table({
    caption: { text: 'Rows that cannot be kept', size: 'm' },
    responsive: true,
    head: ['Row', 'As it was pasted', 'Why not'],
    rows: wrong.map(({ row, text, wrong: why }) => [String(row), text, why ?? '']),
  })

/** The readings as they were read, to be looked at; what was pasted goes along, so that nothing is lost. */
export function previewPage(page: Pasting & { preview: Preview; carried: Record<string, string> }): Html {
  const { action, sending, form, caption, measure, preview, carried } = page
  const { good, wrong, changing, rows, small } = preview
  return html`${heading(caption, 'Are these the readings?')}
    <p class="app-lead">${measure.name}: ${sentence(preview)}</p>
    ${
      wrong.length > 0 &&
      html`${wrongRows(wrong)}
        <p>These rows are left out. To mend them, go back: what you pasted is still there.</p>`
    }
    ${postingForm(
      { action, sending },
      Object.entries(carried).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      ),
      changing.length > 0 &&
        html`${table({
          caption: { text: 'Readings that are there already and differ', size: 'm' },
          responsive: true,
          head: ['For', 'Is now', 'Was pasted'],
          rows: changing.map(({ reading, was }) => [
            day(reading!.on),
            readingWords(measure, was!),
            readingWords(measure, reading!),
          ]),
        })}
        ${radios({
          ...asked(form, 'existing'),
          fieldset: { legend: { text: 'What is done with these?', size: 's' } },
          items: [
            { value: 'change', text: 'Change them, and keep them as they were' },
            { value: 'leave', text: 'Leave them as they are' },
          ],
        })}`,
      small > 0 &&
        checkboxes({
          ...asked(form, 'small'),
          fieldset: {
            legend: {
              text: `In ${counted(small, 'reading')} fewer than 5 people are counted, so somebody might be recognised`,
              size: 's',
            },
          },
          items: [{ value: 'yes', text: 'Nobody can be recognised: keep them' }],
        }),
      html`<div class="nhsuk-button-group">
        ${button({
          text: `Keep ${counted(good.length, 'reading')}`,
          name: '_step',
          value: 'confirmed',
          preventDoubleClick: true,
        })}
        ${button({ text: 'Go back and change', name: '_step', value: 'change', variant: 'secondary' })}
      </div>`,
    )}
    ${details({
      summary: 'All rows as they were read',
      open: rows.length <= 40,
      content: table({
        responsive: true,
        head: ['Row', 'For', 'Reading', 'Note', 'What happens'],
        rows: rows
          .filter(({ reading }) => reading)
          .map((row) => [
            String(row.row),
            day(row.reading!.on),
            readingWords(measure, row.reading!),
            row.reading!.note ?? '',
            becomes(measure, row),
          ]),
      }),
    })}`
}

const becomes = (measure: MeasureView, { was, same, reading }: PreviewRow) =>
  was
    ? `Changes ${readingWords(measure, was)} → ${readingWords(measure, reading!)}`
    : same
      ? 'Is there already'
      : 'New'

function sentence({ good, wrong }: Preview): string {
  const read = `${counted(good.length, 'reading')} can be kept`
  return wrong.length === 0 ? read : `${read}, ${counted(wrong.length, 'row')} cannot`
}

/** The values that the preview takes along. */
export const carriedBy = (form: FormState<'pasted'>, confirmed: boolean): Record<string, string> => ({
  pasted: valueOf(form, 'pasted'),
  ...(confirmed && { [notIdentifiers]: 'yes' }),
})
