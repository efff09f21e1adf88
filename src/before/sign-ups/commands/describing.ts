import { command, refuse } from '../../../platform/store/command.ts'
import { describe, DescribedEvent } from '../../events/commands.ts'
import { eventById } from '../../events/store.ts'
import { organisers } from '../../networks/store/roles.ts'
import { tooFewPlaces } from '../rules.ts'
import { signedUpCount } from '../store/places.ts'

/** Changes an event. Its places may become more, or fewer as long as everybody who has signed up has one. */
export const describeEvent = command('events.describeEvent', {
  input: DescribedEvent,
  topic: ({ network, event }) => `event:${network}/${event}`,
  who: organisers,
  async run(tx, input) {
    const { network, event, capacity } = input
    const held = await eventById(tx, network, event)
    if (capacity !== null && held && capacity !== held.capacity) {
      const signedUp = await signedUpCount(tx, network, event)
      if (capacity < signedUp) return refuse(tooFewPlaces(signedUp), 'capacity')
    }
    return describe(tx, input)
  },
})

export const describingCommands = [describeEvent]
