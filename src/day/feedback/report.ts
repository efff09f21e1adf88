import { paragraph, type ReportPart } from '../../before/events/report.ts'
import { paths } from '../../paths.ts'
import { sentenceOf } from './rules.ts'
import { resultsShown } from './store/answers.ts'

/** The feedback in a sentence that tells of nobody; nothing before the form is closed. */
export const feedbackPart: ReportPart = {
  heading: 'How people found the day',
  async read(db, at) {
    const results = await resultsShown(db, at.network, at.event)
    if (!results || results.answered === 0) return []
    return [paragraph({ text: sentenceOf(results), href: paths.feedbackResults(at), from: 'Feedback' })]
  },
}
