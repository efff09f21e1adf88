import { organisers } from '../../../before/networks/store/roles.ts'
import type { Site } from '../../../platform/http/site.ts'
import { everyone } from '../../../platform/store/command.ts'
import { paths } from '../../../paths.ts'
import { publishReport, saveReport, withdrawReport } from '../commands.ts'
import { postMarkdown } from '../rules/markdown.ts'
import { editReportForm, publishPage } from '../views/report.ts'
import { readEditing, readPost, readReport, type OfEvent } from './reading.ts'

export function reportRoutes(site: Site): void {
  const toReport = (_outcome: unknown, { nouns }: OfEvent) => paths.report(nouns)
  const back = ({ nouns }: OfEvent) => ({ href: paths.report(nouns), text: 'News post' })

  site.form({
    at: paths.editReport,
    who: organisers,
    command: saveReport,
    read: readEditing,
    values: ({ values }) => values,
    show: (shown, form, visit) => ({
      title: 'Edit the post',
      back: back(visit),
      body: editReportForm(shown, form, visit),
    }),
    then: toReport,
    done: 'Post saved',
  })

  site.form({
    at: paths.reportPublication,
    who: organisers,
    command: publishReport,
    read: readReport,
    show: (shown, _form, visit) => ({
      title: 'Check the post',
      back: back(visit),
      body: publishPage(shown, visit),
    }),
    then: (_outcome, { nouns }) => paths.post(nouns),
    done: 'Post published',
  })

  site.button({
    at: paths.reportWithdrawal,
    command: withdrawReport,
    then: toReport,
    back: ({ nouns }) => paths.report(nouns),
    done: 'Post withdrawn',
  })

  site.file({
    at: paths.postMarkdown,
    who: everyone,
    async read(visit) {
      const post = await readPost(visit)
      if (!post) return undefined
      const body = postMarkdown(post.written, visit.config.publicUrl)
      return { type: 'text/markdown; charset=utf-8', body }
    },
  })
}
