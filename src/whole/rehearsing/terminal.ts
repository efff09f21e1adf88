import { eventById } from '../../before/events/store.ts'
import { paths } from '../../paths.ts'
import { operator } from '../../platform/store/actor.ts'
import { isRefusal } from '../../platform/store/command.ts'
import { orThrow, type Store } from '../../platform/store/store.ts'
import {
  asJson,
  done,
  failed,
  Misused,
  type Terminal,
  type Verb,
  Wrong,
} from '../../platform/terminal/verb.ts'
import { beginRehearsal, clearRehearsal } from './commands.ts'
import { playOne } from './jobs/running.ts'
import { lengthInWords, peopleInWords } from './rules/state.ts'
import { rehearsalIn, rehearsalsOf, type RehearsalRow } from './store.ts'
import { counted } from '../../platform/text/english.ts'

/** A server on the same store looks for rehearsals every two seconds. */
const waitMs = 5000
const lookEveryMs = 250

async function clearAll(store: Store, network: string, event: string): Promise<number> {
  const rows = await rehearsalsOf(store.db, network, event)
  for (const { network_id } of rows)
    orThrow(await store.dispatch(clearRehearsal, { network: network_id, event }, { actor: operator }))
  return rows.length
}

/** True if a server has taken it up before one would have done so. */
async function isTakenUp({ db }: Store, network: string): Promise<boolean> {
  for (let waited = 0; waited < waitMs; waited += lookEveryMs) {
    if ((await rehearsalIn(db, network))?.runner !== null) return true
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  return false
}

async function playHere(store: Store, row: RehearsalRow, { complain, progress }: Terminal): Promise<number> {
  complain('No server is running on this data, so that it is played from here. To watch it, start one.')
  const ended = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended.abort())
  const began = Date.now()
  const telling = setInterval(
    () => progress(`Playing for ${lengthInWords((Date.now() - began) / 60_000)}`),
    1000,
  )
  await playOne(store, row, (playing) =>
    ended.signal.addEventListener('abort', () => playing.stop()),
  ).finally(() => clearInterval(telling))
  complain(
    ended.signal.aborted
      ? 'Interrupted. It can be continued or cleared from its page.'
      : 'The rehearsal is over',
  )
  return done
}

const rehearse: Verb = {
  name: 'rehearse',
  says: 'Play the day with people who are not real, in a copy that every page marks',
  places: { 'NETWORK/EVENT': 'the event, as it stands in its address' },
  options: {
    people: { takes: 'NUMBER', number: true, says: 'How many people play; otherwise 75' },
    minutes: {
      takes: 'MINUTES',
      number: true,
      says: 'How long the day lasts; 0 is as fast as it can; otherwise 10',
    },
    seed: { takes: 'NUMBER', number: true, says: 'The same number gives the same people again; otherwise 1' },
    'by-itself': { says: 'Move the day on without anybody at its Desk' },
    clear: { says: 'Take all rehearsals of the event away, and begin none' },
    json: asJson('where to look, or how many were taken away,'),
  },
  examples: ['demonstration/today', 'demonstration/today --by-itself --people 200 --minutes 5'],
  async run(terminal, { places: [place = ''], options }) {
    const { config, say, complain } = terminal
    const [network = '', event = '', ...more] = place.split('/')
    if (!network || !event || more.length > 0)
      throw new Misused('Say which event: rehearse NETWORK/EVENT, as in its address')
    const store = await terminal.store()
    if (!(await eventById(store.db, network, event)))
      throw new Wrong(`There is no event ${place}. Name it as NETWORK/EVENT, as in its address`)
    if (options['clear']) {
      const cleared = await clearAll(store, network, event)
      const said = `Cleared ${counted(cleared, 'rehearsal')}`
      say(options['json'] ? JSON.stringify({ cleared }) : said)
      return done
    }
    const { people, minutes, seed } = options
    const host = options['by-itself'] ? 'itself' : 'me'
    const wished = { network, event, people: people ?? 75, minutes: minutes ?? 10, seed: seed ?? 1, host }
    const begun = await store.dispatch(beginRehearsal, wished, { actor: operator })
    if (isRefusal(begun)) {
      complain(Object.values(begun.fields ?? {}).join('\n') || begun.refused)
      return failed
    }
    const row = (await rehearsalIn(store.db, begun.id))!
    const site = config.publicUrl || `http://localhost:${config.port}`
    const places = (['rehearse', 'desk', 'screen', 'now'] as const).map(
      (label) => [label, site + paths[label]({ network: begun.id, event })] as const,
    )
    if (options['json']) say(JSON.stringify({ network: begun.id, event, ...Object.fromEntries(places) }))
    else {
      say(`${peopleInWords(row.people)}, ${lengthInWords(row.minutes)}`)
      for (const [label, address] of places) say(`${label}  ${address}`)
    }
    return (await isTakenUp(store, begun.id)) ? done : playHere(store, row, terminal)
  },
}

export const verbs: Verb[] = [rehearse]
