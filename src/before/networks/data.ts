import type { SliceData } from '../../platform/slice.ts'
import { networkCommands } from './commands.ts'
import { networkSections } from './store/networks.ts'
import { peopleSection } from './store/people.ts'

export const networks: SliceData = {
  commands: networkCommands,
  sections: [...networkSections, peopleSection],
  staying: {
    arrivals: 'It says that a network is not there yet',
  },
}
