import { eventById } from '../../before/events/store.ts'
import { paths } from '../../paths.ts'
import { operator } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow, type Store } from '../../platform/store/store.ts'
import { done, failed, Wrong, type Terminal, type Verb } from '../../platform/terminal/verb.ts'
import { beginRehearsal, clearRehearsal } from './commands.ts'
import { playOne } from './jobs/running.ts'
import { lengthInWords, peopleInWords } from './rules/standing.ts'
import { rehearsalIn, rehearsalsOf, type RehearsalRow } from './store.ts'

/** A server on the same store looks for rehearsals every two seconds. */
const waitMs = 5000
const lookEveryMs = 250

async function clearAll(store: Store, network: string, event: string, say: Terminal['say']) {
  const rows = await rehearsalsOf(store.db, network, event)
  for (const { network_id } of rows)
    orThrow(await store.dispatch(clearRehearsal, { network: network_id, event }, { actor: operator }))
  say(rows.length === 1 ? 'Cleared 1 rehearsal' : `Cleared ${rows.length} rehearsals`)
  return done
}

/** Whether a server has taken it up before one would have done so. */
async function isTakenUp({ db }: Store, network: string): Promise<boolean> {
  for (let waited = 0; waited < waitMs; waited += lookEveryMs) {
    if ((await rehearsalIn(db, network))?.runner !== null) return true
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  return false
}

async function playHere(store: Store, row: RehearsalRow, { say }: Terminal): Promise<number> {
  say('No server is running on this data, so that it is played from here. To watch it, start one.')
  const ended = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended.abort())
  await playOne(store, row, (playing) => ended.signal.addEventListener('abort', () => playing.stop()))
  say(
    ended.signal.aborted
      ? 'Interrupted. It can be continued or cleared from its page.'
      : 'The rehearsal is over',
  )
  return done
}

const rehearse: Verb = {
  name: 'rehearse',
  takes: 'NETWORK/EVENT [--people 75] [--minutes 10] [--seed 1] [--by-itself] [--clear]',
  says: 'Play the day with people who are not real, in a copy that every page marks; --clear takes all copies away',
  places: 1,
  options: {
    people: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    'by-itself': { type: 'boolean' },
    clear: { type: 'boolean' },
  },
  async run(terminal, { places: [place = ''], options }) {
    const { config, say, complain } = terminal
    const [network = '', event = '', ...more] = place.split('/')
    const store = await terminal.store()
    if (more.length > 0 || !(await eventById(store.db, network, event)))
      throw new Wrong(`There is no event ${place}. Name it as NETWORK/EVENT, as in its address`)
    if (options['clear']) return clearAll(store, network, event, say)
    const { people, minutes, seed } = options
    const host = options['by-itself'] ? 'itself' : 'me'
    const wished = { network, event, people: people ?? 75, minutes: minutes ?? 10, seed: seed ?? 1, host }
    const begun = await store.dispatch(beginRehearsal, wished, { actor: operator })
    if (isRefusal(begun)) {
      complain(Object.values(begun.fields ?? {}).join('\n') || begun.refused)
      return failed
    }
    const row = (await rehearsalIn(store.db, begun.id))!
    say(`${peopleInWords(row.people)}, ${lengthInWords(row.minutes)}`)
    const site = config.publicUrl || `http://localhost:${config.port}`
    for (const label of ['rehearse', 'desk', 'screen', 'now'] as const)
      say(`${label}  ${site}${paths[label]({ network: begun.id, event })}`)
    return (await isTakenUp(store, begun.id)) ? done : playHere(store, row, terminal)
  },
}

export const rehearsingVerbs: Verb[] = [rehearse]
