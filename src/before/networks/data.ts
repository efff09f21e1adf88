import type { SliceData } from '../../platform/slice.ts'
import { filled } from '../../platform/store/hanging.ts'
import { networkCommands } from './commands.ts'
import { networkSections } from './store/networks.ts'
import { peopleSection } from './store/people.ts'
import { memberships } from './holding.ts'

export const networks: SliceData = {
  commands: networkCommands,
  sections: [...networkSections, peopleSection],
  staying: {
    arrivals: 'It says that a network is not there yet',
  },
  hanging: {
    teams: [{ table: 'memberships', by: 'team_id', is: ['role', 'roles'], goes: filled('ended_at') }],
  },
  holding: memberships,
}
