import { notIdentifiers } from '../../../platform/contract.ts'
import { dayOf } from '../../../platform/face/dates.ts'
import type { RequestContext, Site } from '../../../platform/http/site.ts'
import { errorOf, valueOf, type FieldsOf, type FormState, type Values } from '../../../platform/form/state.ts'
import { largestFile, textOfSheet } from '../../../platform/sheets/read.ts'
import { counted } from '../../../platform/text/english.ts'
import { paths } from '../../../paths.ts'
import { addReadings } from '../commands/readings.ts'
import { patientNumbers, previewOf, type Preview } from '../rules/preview.ts'
import { measureById } from '../store/measures.ts'
import { seriesKeepers } from '../store/who.ts'
import { carriedBy, pasteForm, previewPage } from '../views/paste.ts'
import { readOneSeries, type AtSeries } from './reading.ts'

type Visit = RequestContext<AtSeries>
type Form = FormState<FieldsOf<typeof addReadings>>
/** The form beside what its command takes: a file, and the answer about NHS numbers. */
type Asked = FormState<FieldsOf<typeof addReadings> | typeof notIdentifiers | 'file'>
type Read = NonNullable<Awaited<ReturnType<typeof readOneSeries>>>

const preview = ({ measure, series }: Read, form: Form, { now }: Visit): Preview =>
  previewOf(measure, valueOf(form, 'pasted'), series.line.readings, dayOf(now))

/** A program sends rows; people send a text, whose good rows are taken. */
async function rowsOf(values: Values, { db, nouns, now }: Visit): Promise<Values> {
  if ('rows' in values) return { ...values, ...nouns }
  const pasted = String([values['pasted'] ?? ''].flat()[0] ?? '')
  const measure = await measureById(db, nouns.network, nouns.measure)
  const rows = measure ? previewOf(measure, pasted, [], dayOf(now)).good : []
  return { ...values, rows: rows as never, pasted: patientNumbers(pasted), ...nouns }
}

const toSeries = ({ nouns: { network, measure, team } }: { nouns: AtSeries }): string =>
  paths.series({ network, measure, team })

/** True where the form was asked about NHS numbers and the answer was that there are none. */
const isConfirmed = (form: FormState<typeof notIdentifiers>) => valueOf(form, notIdentifiers) === 'yes'

function looked(data: Read, form: Form, visit: Visit) {
  return {
    title: 'Are these the readings?',
    back: { href: toSeries(visit), text: 'Back to the readings' },
    body: previewPage({
      action: paths.pasteReadings(visit.nouns),
      sending: visit,
      form,
      caption: data.team.name,
      measure: data.measure,
      preview: preview(data, form, visit),
      carried: carriedBy(form, isConfirmed(form as Asked)),
    }),
  }
}

export function pasteRoutes(site: Site): void {
  site.form({
    at: paths.pasteReadings,
    who: seriesKeepers,
    command: addReadings,
    read: readOneSeries,
    input: rowsOf,
    upload: { file: 'file', into: 'pasted', most: largestFile, read: textOfSheet },
    show(data, form, visit) {
      // These two are answered where the readings are seen.
      if (errorOf(form, 'existing') || errorOf(form, 'small')) return looked(data, form, visit)
      return {
        title: 'Paste readings from Excel',
        back: { href: toSeries(visit), text: 'Back to the readings' },
        body: pasteForm({
          action: paths.pasteReadings(visit.nouns),
          sending: visit,
          form,
          caption: data.team.name,
          measure: data.measure,
          unreadFile: errorOf(form as Asked, 'file'),
          preview: valueOf(form, 'pasted') === '' ? undefined : preview(data, form, visit),
        }),
      }
    },
    check: looked,
    then: (_outcome, visit) => toSeries(visit),
    done: ({ added, changed, unchanged }) =>
      [
        `${counted(added, 'reading')} added`,
        changed > 0 && `${changed} changed`,
        unchanged > 0 && `${unchanged} left as they were`,
      ]
        .filter((part) => part !== false)
        .join(', '),
  })
}
