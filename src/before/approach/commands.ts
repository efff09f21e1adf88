import { z } from 'zod'
import { Id } from '../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../platform/store/command.ts'
import { networkById } from '../networks/store/networks.ts'
import { organisers } from '../networks/store/roles.ts'
import { approachFields } from './record.ts'
import { keepApproach } from './store.ts'

export const writeApproach = command('approach.writeApproach', {
  said: 'wrote down how changes are spread',
  input: z.object({ network: Id, ...approachFields.input }),
  topic: ({ network }) => `network:${network}`,
  who: organisers,
  async run(tx, { network, ...given }, { now }): Promise<{ id: string } | Refusal> {
    if (!(await networkById(tx, network))) return refuse('This network is not there any more')
    await keepApproach(tx, { network_id: network, ...approachFields.columns(given), updated_at: now })
    return { id: network }
  },
})

export const approachCommands = [writeApproach]
