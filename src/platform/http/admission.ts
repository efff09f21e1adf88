import type { AnyCommand, Policy } from '../store/command.ts'

/** The policy of one address: kept so that the whole table of addresses and roles can be looked at and tested. */
export interface Admission {
  method: 'GET' | 'POST'
  url: string
  who: Policy<never>
  command?: AnyCommand
}
