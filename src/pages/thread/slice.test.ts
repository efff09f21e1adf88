import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aPledge,
  addRecords,
  anAnswer,
  anAsk,
  anEvent,
  anIdea,
  commandsOfTests,
} from '../../../test/records.ts'
import { openHouse } from '../../../test/house.ts'
import { peopleOf } from '../../../test/people.ts'
import { onBothDatabases } from '../../../test/stores.ts'
import { wordsOn } from '../../../test/visitor.ts'
import { beginPlan } from '../../after/plans/commands.ts'
import { orThrow } from '../../platform/store/store.ts'
import { unopened } from '../../day/ballots/ballot/store/ballots.ts'
import { paths } from '../../paths.ts'

const network = 'north'
const event = { network, event: 'day' }
const at = '2027-01-05T15:00:00.000Z'

onBothDatabases('The thread of a team and an idea', (database) => {
  const read = async (url: string, house: Awaited<ReturnType<typeof openHouse>>) => {
    const { status, text } = await house.visitor().get(`/api/v1${url}`)
    return status === 200
      ? (JSON.parse(text).steps as { name: string; state: string; taken: Record<string, string>[] }[])
      : status
  }

  test('every step that was taken has its date, a sentence and its record', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests })
    const people = await peopleOf(house.store)
    const ballot = {
      network_id: network,
      id: 'vote',
      event_id: 'day',
      question: '?',
      method: 'person' as const,
    }
    await addRecords(house.store, {
      events: [anEvent],
      ideas: [anIdea('short', 'harrow', 'Short assessment')],
      reflections: [
        {
          network_id: network,
          id: 'r',
          event_id: 'day',
          idea_id: 'short',
          team_id: 'brent',
          keep: 'All',
          change: null,
          leave_out: null,
          first_test: null,
          claimed_at: null,
          updated_at: at,
        },
      ],
      ballots: [
        {
          ...ballot,
          at_most: null,
          run_off_of: null,
          bars_shown: null,
          on_screen: null,
          own_idea: 'excluded',
          created_at: at,
          ...unopened,
          opened_at: at,
          closed_at: at,
          revealed_at: at,
        },
      ],
      team_choices: [
        {
          network_id: network,
          id: 'c',
          ballot_id: 'vote',
          team_id: 'brent',
          idea_id: 'short',
          reason: null,
          confirmed_by: 'Bea Lead',
          confirmed_at: at,
        },
      ],
      pledges: [aPledge('p', 'brent', { idea_id: 'short', what: 'Test it', lead: 'Bea Lead' })],
      asks: [anAsk('a', 'p', 'brent', 'A room')],
      answers: [anAnswer('yes', 'a')],
    })
    const url = paths.thread({ network, team: 'brent', idea: 'short' })
    const plan = { network, team: 'brent', pledge: 'p', aim: 'Halve the wait', startsOn: '2027-01-12' }
    const before = await read(url, house)
    assert.equal(typeof before === 'object' && before.at(-1)?.state, 'not yet')
    orThrow(await house.store.dispatch(beginPlan, plan, { actor: people.lead }))
    const steps = await read(url, house)
    const says = (on: string, words: string, href: string) => ({ on, says: words, href })
    const day = '2027-01-05'
    assert.deepEqual(typeof steps === 'object' && steps.map(({ name, taken }) => [name, taken]), [
      [
        'Idea',
        [
          says(
            day,
            'Harrow put this idea on a card: Short assessment',
            paths.idea({ network, idea: 'short' }),
          ),
        ],
      ],
      [
        'Reflection',
        [
          says(
            day,
            'Brent reflected on what to keep, change and leave out',
            paths.teamReflection({ ...event, idea: 'short', team: 'brent' }),
          ),
        ],
      ],
      ['Vote', [says(day, 'Brent chose this idea to test', paths.ballot({ ...event, ballot: 'vote' }))]],
      ['Pledge', [says(day, 'Brent pledged: Test it', paths.pledge({ ...event, pledge: 'p' }))]],
      ['Ask', [says(day, 'Brent asked Psychosocial Board: A room', paths.ask({ network, ask: 'a' }))]],
      [
        'Answer',
        [says(day, 'Psychosocial Board on “A room”: agreed. It is free', paths.ask({ network, ask: 'a' }))],
      ],
      [
        'Plan',
        [
          says(
            '2027-01-12',
            'Brent planned its year: Halve the wait',
            paths.plan({ network, team: 'brent' }),
          ),
        ],
      ],
      ['Test', []],
      ['Measure', []],
      ['Adoption', []],
    ])
    const page = await house.visitor().get(url)
    assert.equal(page.text.includes('Bea Lead'), false)
    assert.equal(
      (await house.visitor().get(paths.pledgeThread({ network, team: 'brent', pledge: 'p' }))).status,
      200,
    )
    assert.equal(await read(paths.pledgeThread({ network, team: 'harrow', pledge: 'p' }), house), 404)
  })

  test('what a past event did not record is said to be so, and nothing is made up', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests })
    await peopleOf(house.store)
    await addRecords(house.store, {
      events: [{ ...anEvent, not_recorded: 'votes pledges asks answers notes' }],
      ideas: [anIdea('short', 'harrow', 'Short assessment')],
      pledges: [aPledge('p', 'brent')],
    })
    const states = async (url: string) => {
      const steps = await read(url, house)
      return typeof steps === 'object' && steps.map(({ name, state }) => `${name}: ${state}`)
    }
    assert.deepEqual(await states(paths.thread({ network, team: 'brent', idea: 'short' })), [
      'Idea: taken',
      'Reflection: not recorded',
      'Vote: not recorded',
      'Pledge: not recorded',
      'Ask: not recorded',
      'Answer: not recorded',
      'Plan: not yet',
      'Test: not yet',
      'Measure: not yet',
      'Adoption: not yet',
    ])
    assert.deepEqual(await states(paths.pledgeThread({ network, team: 'brent', pledge: 'p' })), [
      'Pledge: taken',
      'Ask: not recorded',
      'Answer: not recorded',
      'Plan: not yet',
      'Test: not yet',
      'Measure: not yet',
    ])
  })

  test('an ask without an answer has a clock on the thread, until it is answered', async (t) => {
    const house = await openHouse(t, { database, commands: commandsOfTests, now: '2027-01-06T09:00:00.000Z' })
    await peopleOf(house.store)
    await addRecords(house.store, {
      events: [anEvent],
      ideas: [anIdea('short', 'harrow', 'Short assessment')],
      pledges: [aPledge('p', 'brent', { idea_id: 'short', what: 'Test it' })],
      asks: [anAsk('a', 'p', 'brent', 'A room')],
    })
    const words = async () =>
      wordsOn((await house.visitor().get(paths.thread({ network, team: 'brent', idea: 'short' }))).text)
    assert.match(
      await words(),
      /Answer : now 9 working days left .* Now Waits for an answer : 9 working days left/,
    )
    house.clock.move('2027-01-25T09:00:00.000Z')
    assert.match(
      await words(),
      /Answer : late 4 working days late .* Overdue Waits for an answer : 4 working days late/,
    )
    await addRecords(house.store, { answers: [anAnswer('yes', 'a')] })
    assert.match(await words(), /Answer : done/)
  })
})
