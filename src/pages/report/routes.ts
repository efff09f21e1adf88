import { z } from 'zod'
import { readPost, readReport } from '../../after/reports/routes/reading.ts'
import { postArticle, reportPage } from '../../after/reports/views/report.ts'
import { html } from '../../platform/face/html.ts'
import type { Site } from '../../platform/http/site.ts'
import { everyone } from '../../platform/store/command.ts'
import { paths } from '../../paths.ts'
import { opening, pictures, readOpening, type Opening } from './pictures.ts'

const Answer = z.object({ markdown: z.string() })

const drawn = (shown: Opening | undefined) => shown && { opening: opening(shown), pictures: pictures(shown) }

/** The story of a day: its figures and pictures, which are of today, and the text that its organisers wrote. */
export function reportPages(site: Site): void {
  site.page({
    at: paths.report,
    who: everyone,
    async read(visit) {
      const shown = await readReport(visit)
      if (!shown) return undefined
      const seen = !shown.hidden && !shown.tooEarly
      return { ...shown, story: seen ? await readOpening(visit.db, visit.nouns, shown.facts) : undefined }
    },
    answer: Answer.extend({ changed: z.boolean() }),
    show: ({ story, ...shown }, visit) => ({
      title: `News post about ${shown.event.name}`,
      crumbs: [
        { href: paths.network({ network: shown.network.id }), text: shown.network.name },
        { href: paths.event(visit.nouns), text: shown.event.name },
      ],
      wide: true,
      body: reportPage(shown, visit, drawn(story)),
    }),
  })

  site.page({
    at: paths.post,
    who: everyone,
    async read(visit) {
      const post = await readPost(visit)
      return post && { ...post, story: await readOpening(visit.db, visit.nouns) }
    },
    answer: Answer.extend({ publishedAt: z.string() }),
    show: ({ network, event, written, story }, { nouns }) => ({
      title: written.title,
      crumbs: [
        { href: paths.network({ network: network.id }), text: network.name },
        { href: paths.event(nouns), text: event.name },
      ],
      wide: true,
      body: html`<div class="app-read">
        ${postArticle(written, 1, drawn(story))}
        <p class="app-not-printed"><a href="${paths.postMarkdown(nouns)}">This post as Markdown</a></p>
      </div>`,
    }),
  })
}
