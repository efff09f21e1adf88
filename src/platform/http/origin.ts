import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { actorKey } from '../store/actor.ts'
import type { Origin } from '../store/command.ts'
import type { RequestContext } from './site.ts'
import { visitorOf } from './request-context.ts'

/** The groups of an IPv6 address that count. One connection has 2⁶⁴ addresses, the whole second half: all are one. */
const sharedGroups = 4

/** An address as it counts: of IPv6 the network, and IPv4 is IPv4 however it is written. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6
    ? parsed.parts
        .slice(0, sharedGroups)
        .map((part) => part.toString(16))
        .join(':')
    : parsed.toString()
}

/** Whence a request comes. A device is its browser's cookie, or the session of a program that keeps no cookies. */
export function originOf(request: FastifyRequest, { keyedHash, actor, config }: RequestContext): Origin {
  const held = visitorOf(request, config) || (actor.kind === 'public' ? '' : actorKey(actor))
  return {
    device: held && keyedHash('device', held),
    address: keyedHash('network address', networkOf(request.ip)),
  }
}
