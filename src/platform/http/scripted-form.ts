import { senderHeader, waitedHeader, type NotTaken } from '../contract.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorKey, type Actor } from '../store/actor.ts'
import type { Refusal } from '../store/command.ts'

/**
 * The person for whom a page was made, as one opaque word: their writing on a device is sent as theirs or not at all,
 * also when somebody else has signed in on it meanwhile. Empty for strangers.
 */
export const senderOf = (keyedHash: (...words: string[]) => string, actor: Actor): string =>
  actor.kind === 'public' ? '' : keyedHash('sender', actorKey(actor)).slice(0, 16)

/** The script of a page sends a form itself, says for whom, and is answered in JSON. */
export function sentByScript(request: FastifyRequest): { sender: string } | undefined {
  const sender = request.headers[senderHeader]
  return typeof sender === 'string' ? { sender } : undefined
}

/**
 * The wait of a form on the device, by the device's own clock at both ends, so that it does no harm when that clock is
 * wrong. It is a claim.
 */
export function waitedMs(request: FastifyRequest): number {
  const waited = Number(request.headers[waitedHeader])
  return waited > 0 ? waited : 0
}

/** The form's token is too old: the script asks for another and sends the same again. */
export const tellStale = (reply: FastifyReply): FastifyReply =>
  reply.code(403).send({ stale: true } satisfies NotTaken)

/** Somebody else is signed in on this device, or nobody is: the form waits for its writer. */
export const tellElsewhere = (reply: FastifyReply): FastifyReply =>
  reply.code(401).send({ elsewhere: true } satisfies NotTaken)

export const tellRefused = (reply: FastifyReply, status: number, refusal: Refusal): FastifyReply =>
  reply.code(status).send(refusal)
