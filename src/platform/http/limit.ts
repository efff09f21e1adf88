import type { FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import { visitorOf } from './visiting.ts'

/** A limit for one browser. A whole room may share one address on the guest wifi, so the address counts only without a cookie. */
export const perVisitor = (max: number | undefined, config: Config) =>
  max === undefined
    ? {}
    : {
        rateLimit: {
          max,
          timeWindow: 60_000,
          keyGenerator: (request: FastifyRequest) => visitorOf(request, config) || request.ip,
        },
      }
