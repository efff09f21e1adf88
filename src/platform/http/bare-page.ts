import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import { page, type PageProps } from '../face/page.ts'
import { assetVersion } from './assets.ts'
import { logoAddress, styleAddress } from './own-look.ts'
import { problemContent, wantsJson, wordingOf, type Said } from './problem.ts'

/** The document around every page, for signed-in people and strangers alike. */
export const surround = ({
  serviceName,
  organisation,
}: Config): Pick<PageProps, 'service' | 'assets' | 'organisation'> => ({
  service: serviceName,
  assets: {
    css: assetVersion('face.css'),
    js: assetVersion('client.js'),
    icon: assetVersion('icon.svg'),
    screen: assetVersion('screen.js'),
    wideCss: assetVersion('wide.css'),
    own: styleAddress(organisation),
    screenCss: assetVersion('screen.css'),
  },
  ...(organisation.name && {
    organisation: {
      name: organisation.name,
      split: organisation.split,
      descriptor: organisation.descriptor,
      logoSrc: logoAddress(organisation),
    },
  }),
})

export const inJson = (status: number, said?: Said) => ({
  error:
    said?.sentence ??
    (status >= 500 ? `${wordingOf(status).title}. ${wordingOf(status).says}` : wordingOf(status).title),
  status,
})

/**
 * An error page that needs nothing that can fail: it asks no database, knows nobody and runs no script. A script would
 * take it for the page of somebody who has not come in, and forget what the device keeps for whoever has.
 */
export function sendPlainly(
  request: FastifyRequest,
  reply: FastifyReply,
  { config, status, said }: { config: Config; status: number; said?: Said | undefined },
): FastifyReply {
  reply.code(status)
  if (wantsJson(request)) return reply.type('application/json; charset=utf-8').send(inJson(status, said))
  const { title, body } = problemContent(status, said)
  const plain = page({ ...surround(config), title, content: body, plain: true })
  return reply.type('text/html; charset=utf-8').send(plain.toString())
}
