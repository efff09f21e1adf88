import { micromark } from 'micromark'
import { harmless } from './harmless.ts'
import { postMarkdown, type Written } from './markdown.ts'

/** Markdown as markup. Markup that somebody typed into it is shown as text, and unsafe links lead nowhere. */
export function markupOf(markdown: string): string {
  return micromark(harmless(markdown))
    .replaceAll('<ul>', '<ul class="nhsuk-list nhsuk-list--bullet">')
    .replaceAll('<ol>', '<ol class="nhsuk-list nhsuk-list--number">')
}

/** The whole post as markup, to be pasted into a page. */
export const postMarkup = (written: Written, base = ''): string =>
  `${micromark(postMarkdown(written, base))}\n`

/** The body for a page of ours, whose one first heading is the title. */
export const bodyMarkup = (body: string): string => markupOf(body).replaceAll(/<(\/?)h1>/g, '<$1h2>')
