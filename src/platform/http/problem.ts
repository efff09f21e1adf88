import type { FastifyReply, FastifyRequest } from 'fastify'
import { html, type Html } from '../face/html.ts'
import type { Content } from './site.ts'

export type Problem = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  said?: { sentence?: string; back?: string },
) => Promise<FastifyReply>

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
  429: { title: 'Too many tries', says: 'Wait a minute, then try again. Nothing was changed.' },
  500: {
    title: 'Sorry, there is a problem with the service',
    says: 'What you sent may not have been saved. Go back and try again; what was saved already will not be saved twice.',
  },
  503: {
    title: 'Sorry, the service is catching its breath',
    says: 'Nothing was changed. Wait a few seconds, then send it again; it will be done only once.',
  },
}

export const wordingOf = (status: number): Wording => wordings[status] ?? wordings[status < 500 ? 400 : 500]!

export const wantsJson = (request: FastifyRequest): boolean =>
  request.url.startsWith('/api/') || String(request.headers.accept ?? '').startsWith('application/json')

/** An error page that says what happened and what to do. */
export function problemContent(status: number, said: { sentence?: string; back?: string } = {}): Content {
  const { title, says } = wordingOf(status)
  const body: Html = html`<h1 class="nhsuk-heading-l">${title}</h1>
    ${said.sentence ? html`<p class="nhsuk-body-l">${said.sentence}</p>` : ''}
    <p>${says}</p>
    <p><a href="${said.back ?? '/'}">${said.back ? 'Go back' : 'Go to the start page'}</a></p>`
  return { title, body }
}
