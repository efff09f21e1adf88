import { makeRoom } from '../src/day/rooms/commands/rooms.ts'
import { layOutProgramme } from '../src/day/programme/commands/laying-out.ts'
import { leapingTime } from '../src/whole/rehearsing/jobs/clockwork.ts'
import { Playing, player } from '../src/whole/rehearsing/jobs/playing.ts'
import { beginRehearsal, claimRehearsal } from '../src/whole/rehearsing/commands.ts'
import { rehearsalIn } from '../src/whole/rehearsing/store.ts'
import { orThrow, type Store } from '../src/platform/store/store.ts'
import { ballotOf, type TheBallot } from './ballot.ts'

/** A day that can be rehearsed: a programme, a vote that is not open, and two rooms. */
export async function rehearsable(store: Store): Promise<TheBallot> {
  const made = await ballotOf(store, { opened: false })
  const { network, event, people } = made
  const by = { actor: people.organiser }
  orThrow(await store.dispatch(layOutProgramme, { network, event }, by))
  for (const theme of ['What can we stop?', 'What can we start?'])
    orThrow(await store.dispatch(makeRoom, { network, event, theme }, by))
  return made
}

export async function begun(store: Store, { network, event, people }: TheBallot, wished: object = {}) {
  const asked = { network, event, people: 30, host: 'itself', minutes: 0, ...wished }
  const { id } = orThrow(await store.dispatch(beginRehearsal, asked, { actor: people.organiser }))
  return { network: id, event }
}

/** Plays a rehearsal without taking breath. */
export async function played(store: Store, network: string, runner = 'test'): Promise<Playing> {
  orThrow(await store.dispatch(claimRehearsal, { network, runner }, { actor: player }))
  const row = (await rehearsalIn(store.db, network))!
  const playing = (await Playing.of(store, row, leapingTime({ breath: 0 })))!
  await playing.play()
  return playing
}

/** Waits for something that the played people do. */
export async function until(happened: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error('It has not happened')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
