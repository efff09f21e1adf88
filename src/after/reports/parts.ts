import type { ReportPart } from '../../before/events/report.ts'
import { feedbackPart } from '../../day/feedback/report.ts'
import { adoptionPart } from '../adoption/report.ts'
import { testsPart } from '../cycles/report.ts'
import { measuresPart } from '../measures/report.ts'

/** Parts of the report of an event that slices add, in their order. A slice adds its own here. */
export const parts: readonly ReportPart[] = [feedbackPart, testsPart, measuresPart, adoptionPart]
