import { sessionCommands } from './platform/auth/sessions.ts'
import { mailCommands } from './platform/mail/claims.ts'
import { checkWriter } from './platform/store/writer-probe.ts'
import type { AnyCommand } from './platform/store/command.ts'
import { forgetKeys } from './platform/store/forget-keys.ts'
import { tallyCommands } from './platform/store/tallies.ts'
import { slices } from './slices.ts'
import { whole } from './whole.ts'

const all: AnyCommand[] = [
  checkWriter,
  forgetKeys,
  ...tallyCommands,
  ...mailCommands,
  ...sessionCommands,
  ...[...slices, ...whole].flatMap((slice) => slice.commands),
]

/** Every command there is, by its name. Only these change the store. */
export const commands: ReadonlyMap<string, AnyCommand> = new Map(
  all.map((command) => [command.name, command]),
)

if (commands.size !== all.length) throw new Error('Two commands have the same name')
