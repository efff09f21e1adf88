import type { FastifyReply, FastifyRequest } from 'fastify'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Html } from '../face/html.ts'

/** A page, compressed for clients that accept it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Html): FastifyReply {
  const bytes = Buffer.from(page.toString())
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding')
  const accepts = String(request.headers['accept-encoding'] ?? '')
  if (bytes.length < 1024) return reply.send(bytes)
  if (/\bbr\b/.test(accepts)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    return reply.header('content-encoding', 'br').send(brotliCompressSync(bytes, { params }))
  }
  if (/\bgzip\b/.test(accepts))
    return reply.header('content-encoding', 'gzip').send(gzipSync(bytes, { level: 5 }))
  return reply.send(bytes)
}
