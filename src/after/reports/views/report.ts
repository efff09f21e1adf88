import type { EventRow } from '../../../before/events/store.ts'
import type { NetworkRow } from '../../../before/networks/store/networks.ts'
import { button } from '../../../platform/face/button.ts'
import { day, dayOf } from '../../../platform/face/dates.ts'
import { details } from '../../../platform/face/details.ts'
import { html, trusted, type Html } from '../../../platform/face/html.ts'
import { input } from '../../../platform/face/input.ts'
import { insetText } from '../../../platform/face/inset-text.ts'
import { postingButton, postingForm, type FormToken } from '../../../platform/face/command-form.ts'
import { tag } from '../../../platform/face/tag.ts'
import { textarea } from '../../../platform/face/textarea.ts'
import { asked, valueOf, type FieldsOf, type FormState } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { postMarkdown, type Written } from '../rules/markdown.ts'
import { bodyMarkup } from '../rules/markup.ts'
import type { Figure } from '../../../before/events/report.ts'
import type { ReportRow } from '../store/reports.ts'
import { unbroken } from '../../../platform/face/text.ts'
import type { saveReport } from '../commands.ts'

/** The reason why those without a role do not read it. */
export type Hidden = 'being edited' | 'not over'

const whyHidden: Record<Hidden, string> = {
  'being edited': 'The organisers are working on this post. It can be read here when they publish it.',
  'not over': 'The post can be read here when the day is over.',
}

export interface ShownReport {
  network: NetworkRow
  event: EventRow
  written: Written
  figures: Figure[]
  report: ReportRow | undefined
  /** The records say something else than when the text was drafted. */
  changed: boolean
  mayEdit: boolean
  /** True for a reader with a role in the network. */
  inside: boolean
  hidden: Hidden | undefined
  /** An event that has not been has no post yet. */
  tooEarly: boolean
}

const nounsOf = ({ network, event }: Pick<ShownReport, 'network' | 'event'>) => ({
  network: network.id,
  event: event.id,
})

/** The opening and the pictures of a story, drawn from the records as they are now. */
export interface Drawn {
  opening: Html
  pictures: Html
}

const headed = (caption: string, title: string): Html =>
  html`<h1 class="nhsuk-heading-xl"><span class="nhsuk-caption-xl">${caption}</span> ${title}</h1>`

export function reportPage(shown: ShownReport, sending: FormToken, drawn?: Drawn): Html {
  const { event, report, written, tooEarly, mayEdit } = shown
  const heading = headed(event.name, 'News post')
  if (tooEarly)
    return html`${heading}
      <p>${event.name} is on ${day(event.on_day)}. The post can be drafted from that day on.</p>`
  if (shown.hidden)
    return html`${heading}
      <p>${whyHidden[shown.hidden]}</p>`
  return html`${headed('News post', written.title)} ${drawn?.opening}
    <p>
      ${report?.published_at ? publishedTag(report.published_at) : tag({ text: report ? 'Draft' : 'Draft, made from the records', colour: 'grey' })}
      ${
        report
          ? 'An organiser has edited this post.'
          : 'This post is drawn from the records. What is not recorded is left out, and nobody is named.'
      }
    </p>
    ${shown.inside && shown.changed && changedPart(shown)} ${mayEdit && buttons(shown, sending)}
    ${drawn?.pictures}
    <div class="app-with-aside">
      <div class="app-post">${postArticle(written, 2)}</div>
      <aside class="app-not-printed">${sources(shown.figures)}</aside>
    </div>
    ${details({
      summary: 'The post as Markdown, to paste elsewhere',
      content: html`<pre class="app-source"><code>${postMarkdown(written)}</code></pre>`,
    })}`
}

const publishedTag = (at: string): Html =>
  html`${tag({ text: 'Published', colour: 'green' })} on ${day(dayOf(at))}`

const changedPart = (shown: ShownReport): Html =>
  insetText({
    content: html`<p>The records have changed since this text was drafted.</p>
      ${
        shown.mayEdit &&
        html`<p>
          <a href="${paths.editReport(nounsOf(shown))}?anew=yes">Draft the post anew from the records</a>.
          Your text stays until you save the new one.
        </p>`
      }`,
  })

function buttons(shown: ShownReport, sending: FormToken): Html {
  const nouns = nounsOf(shown)
  return html`<div class="nhsuk-button-group">
    ${
      shown.report?.published_at
        ? html`${button({ text: 'See the published post', href: paths.post(nouns) })}
          ${postingButton(
            { action: paths.reportWithdrawal(nouns), sending },
            { text: 'Withdraw the post', variant: 'secondary' },
          )}`
        : button({ text: 'Publish the post', href: paths.reportPublication(nouns) })
    }
    ${button({ text: 'Edit the post', href: paths.editReport(nouns), variant: 'secondary' })}
  </div>`
}

/** A post as it is read; what is drawn stands before its text. The mark of a demonstration stands above and below. */
export function postArticle({ title, body, mark }: Written, level: 1 | 2 = 1, drawn?: Drawn): Html {
  const marked = mark && html`<p><strong>${mark}</strong></p>`
  const heading =
    level === 1
      ? html`<h1 class="nhsuk-heading-xl">${unbroken(title)}</h1>`
      : html`<h2 class="nhsuk-heading-l">${unbroken(title)}</h2>`
  const text = bodyMarkup(body)
  const shown = trusted(level === 1 ? text : text.replaceAll(/<(\/?)h2>/g, '<$1h3>'))
  return html`<article>
    ${marked} ${heading} ${drawn?.opening} ${drawn?.pictures}
    ${drawn ? html`<div class="app-read__text">${shown}</div>` : shown} ${marked}
  </article>`
}

/** More of them than so many would be several times as long as the post beside them. */
const mostSources = 12

function sources(figures: Figure[]): Html {
  const list = html`<ul class="nhsuk-list nhsuk-list--border">
    ${figures.map(
      ({ text, href, from }) =>
        html`<li>${text}<br /><a href="${href}" class="nhsuk-body-s">${from}</a></li>`,
    )}
  </ul>`
  const heading = html`<h2 class="nhsuk-heading-m">Where each figure comes from</h2>`
  if (figures.length <= mostSources) return html`${heading} ${list}`
  return html`${heading}
  ${details({ summary: `All ${figures.length} figures and their records`, content: list })}`
}

export interface EditedReport {
  network: NetworkRow
  event: EventRow
  anew: boolean
  published: boolean
}

export function editReportForm(
  shown: EditedReport,
  form: FormState<FieldsOf<typeof saveReport>>,
  sending: FormToken,
): Html {
  return html`<h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">${shown.event.name}</span>
      ${shown.anew ? 'Draft the post anew' : 'Edit the post'}
    </h1>
    ${
      shown.anew &&
      insetText({
        content: 'This is what the records say now. The text that you had stays until you save this one.',
      })
    }
    ${shown.published && insetText({ content: 'The post is published: everyone sees what you save at once.' })}
    ${postingForm(
      { action: paths.editReport(nounsOf(shown)), sending },
      html`<input type="hidden" name="draftedFrom" value="${valueOf(form, 'draftedFrom')}" />`,
      input({ ...asked(form, 'title'), label: 'Headline' }),
      textarea({
        ...asked(form, 'body'),
        label: 'Text',
        hint: 'An empty line begins a new paragraph, ## a heading, - an item of a list. Name only people who agreed to it.',
        rows: 24,
      }),
      button({ text: 'Save the post', preventDoubleClick: true }),
    )}`
}

export const publishPage = (shown: ShownReport, sending: FormToken): Html =>
  html`<h1 class="nhsuk-heading-l">Check the post before you publish it</h1>
    <p>Everyone can read it then, and a link to it can be shared. You can withdraw it later.</p>
    ${shown.changed && insetText({ content: 'The records have changed since this text was drafted.' })}
    <div class="app-post">${postArticle(shown.written, 2)}</div>
    ${postingForm(
      { action: paths.reportPublication(nounsOf(shown)), sending },
      html`<div class="nhsuk-button-group">
        ${button({ text: 'Publish the post', preventDoubleClick: true })}
        ${button({ text: 'Edit the post', href: paths.editReport(nounsOf(shown)), variant: 'secondary' })}
      </div>`,
    )}`
