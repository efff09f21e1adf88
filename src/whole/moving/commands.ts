import { z } from 'zod'
import { networkById } from '../../before/networks/store/networks.ts'
import { Id } from '../../before/people/rules.ts'
import { command, refuse, whoeverRunsTheServer, type Refusal } from '../../platform/store/command.ts'
import { firstDifference, restoreNetwork } from './store/networks.ts'

const Rows = z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))))

/** Takes in a whole network whose file has been checked. One that is there already, and the same, is left alone. */
export const importNetwork = command('moving.importNetwork', {
  input: z.object({ network: Id, without: z.array(z.string()).default([]), rows: Rows }),
  topic: ({ network }) => `network:${network}`,
  who: whoeverRunsTheServer,
  internal: true,
  longest: 120_000,
  async run(tx, { network, without, rows }, making): Promise<{ id: string; imported: boolean } | Refusal> {
    if (!(await networkById(tx, network))) {
      await restoreNetwork(tx, network, rows, making)
      return { id: network, imported: true }
    }
    const differs = await firstDifference(tx, network, rows, without)
    if (!differs) return { id: network, imported: false }
    return refuse(
      `There is already a network ${network} which differs from this file, first in ${differs}. ` +
        'Import it under another name with --as NAME.',
    )
  },
})

export const movingCommands = [importNetwork]
