import type { FastifyReply, FastifyRequest } from 'fastify'
import { button } from '../face/button.ts'
import { html, type Html } from '../face/html.ts'
import { postingForm, type FormToken } from '../face/command-form.ts'
import type { Values } from '../form/state.ts'
import type { Content } from './site.ts'

export type Problem = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  said?: Said,
) => Promise<FastifyReply>

export interface Said {
  sentence?: string
  back?: string
  /** Given where the sentence says all. */
  title?: string
  /** The answers typed into the refused form, which must not be lost. */
  typed?: Values
}

interface Wording {
  title: string
  says: string
}

const wordings: Record<number, Wording> = {
  400: {
    title: 'That could not be understood',
    says: 'Go back, check what you entered and send it again. Nothing was changed.',
  },
  401: {
    title: 'Sign in first',
    says: 'This is for people who have signed in, or who came by their own link. Nothing was changed.',
  },
  403: {
    title: 'You cannot see or do this',
    says: 'Your role here does not allow it. Nothing was changed. If you think it should, ask the organiser.',
  },
  404: {
    title: 'Page not found',
    says: 'If you typed the address, check it is correct. If you followed a link, what it led to may have been removed.',
  },
  409: { title: 'That could not be done', says: 'Nothing was changed.' },
  413: {
    title: 'That is too much to send at once',
    says: 'Nothing was changed. Go back, shorten what you wrote and send it again.',
  },
  415: {
    title: 'That could not be understood',
    says: 'Send a form, or JSON with the content type application/json. Nothing was changed.',
  },
  429: { title: 'Too many tries', says: 'Nothing was changed.' },
  500: {
    title: 'Sorry, there is a problem with the service',
    says: 'What you sent may not have been saved. Go back and try again; what was saved already will not be saved twice.',
  },
  503: {
    title: 'Sorry, the service cannot reach its data just now',
    says: 'Nothing was changed. Wait a few seconds, then try again. What you send again is done only once.',
  },
}

export const wordingOf = (status: number): Wording => wordings[status] ?? wordings[status < 500 ? 400 : 500]!

export const wantsJson = (request: FastifyRequest): boolean =>
  request.url.startsWith('/api/') || String(request.headers.accept ?? '').startsWith('application/json')

/** A reason that says already that nothing was changed is enough. */
const saidOnce = (says: string, sentence = ''): string =>
  /nothing was (changed|done)/i.test(sentence) ? says.replace(/ ?Nothing was changed\./, '').trim() : says

/** An error page with the cause and the remedy. */
export function problemContent(status: number, said: Said = {}): Content {
  const title = said.title ?? wordingOf(status).title
  const says = said.title ? '' : saidOnce(wordingOf(status).says, said.sentence)
  const body: Html = html`<h1 class="nhsuk-heading-l">${title}</h1>
    ${said.sentence ? html`<p class="nhsuk-body-l">${said.sentence}</p>` : ''} ${says && html`<p>${says}</p>`}
    <p><a href="${said.back ?? '/'}">${said.back ? 'Go back' : 'Go to the start page'}</a></p>`
  return { title, body }
}

/** The same for a form whose session has ended: sign in beside it, then send the typed text again. */
export function signedOutContent(
  typed: Values,
  at: { action: string; signIn: string; sending: FormToken },
): Content {
  const title = wordingOf(401).title
  const kept = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => ({ name, one })))
  const shown = kept.filter(({ one }) => one !== '')
  const body = html`<h1 class="nhsuk-heading-l">${title}</h1>
    <p class="nhsuk-body-l">
      You are signed out. Nothing was changed, and what you typed is kept on this page.
    </p>
    <ol class="nhsuk-list nhsuk-list--number">
      <li><a href="${at.signIn}" target="_blank" rel="noopener">Sign in (opens in a new tab)</a></li>
      <li>Come back to this tab and send it again.</li>
    </ol>
    ${postingForm(
      { action: at.action, sending: at.sending },
      kept.map(({ name, one }) => html`<input type="hidden" name="${name}" value="${one}" />`),
      button({ text: 'Send it again', preventDoubleClick: true }),
    )}
    ${shown.length > 0 && html`<h2 class="nhsuk-heading-m">What you typed</h2>`}
    ${shown.map(({ one }) => html`<p class="app-breaks">${one}</p>`)}`
  return { title, body }
}
