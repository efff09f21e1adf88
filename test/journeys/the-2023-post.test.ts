import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { writtenOf } from '../../src/after/reports/store/draft.ts'
import { membersOf } from '../../src/before/networks/store/networks.ts'
import { loadExamples } from '../../src/whole/moving/terminal/examples.ts'
import { takeIn } from '../../src/whole/moving/terminal/files.ts'
import { openHouse } from '../house.ts'
import { peopleOf } from '../people.ts'
import { onBothDatabases } from '../stores.ts'
import { wordsOn } from '../visitor.ts'
import { addMember } from '../../src/before/networks/commands.ts'
import { personById } from '../../src/before/people/store.ts'
import { operator } from '../../src/platform/store/actor.ts'
import { orThrow } from '../../src/platform/store/store.ts'

const file = new URL('../../examples/adult-psychosocial-2023.yaml', import.meta.url)
const network = 'adult-psychosocial'
const nouns = { network, event: 'spread-a-thon-2023' }

/** Every fact that is publicly known of the event, as words or patterns that must stand in a post about it. */
const facts = [
  'Adult Psychosocial Spread-a-thon was held on Tuesday 18 April 2023',
  'Central and North West London NHS Foundation Trust (CNWL), Improvement Academy',
  'six boroughs : Brent, Kensington and Chelsea, Westminster, Milton Keynes, Hillingdon and Harrow.',
  '75 people signed up: staff across the multi-disciplinary team (MDT)',
  /Spread changes that worked/,
  /all six boroughs reflect on testing them in their local context/,
  /Spread theory and the trust’s approach to spread.*presentation by each borough.*vote.*pledge.*rooms/,
  /vote for the change idea they would like to test in their own clinical area/,
  /latter half of the day/,
  'Each borough made a pledge to commit to within its services',
  'what support it would need from the Psychosocial Board and the QI team',
  'Brent: Streamline the assessment process to match capacity and demand',
  'Kensington and Chelsea: Bespoke trauma-informed services for refugees in hotels',
  'Westminster: Tree of Life approach',
  /Milton Keynes: Hub transformation: step 2 interventions .*to reduce waiting times/,
  'Hillingdon: A step 2 approach developed from feedback and data',
  'Harrow: An integrated step 2 offer through personalised conversations',
  'Every idea was co-produced with service user and carer representatives whom each borough had recruited locally',
  'Six breakout rooms',
  'What does an effective Step 2 model look like?',
  'What can we stop doing?',
  'How do we capture service user voices?',
  'What does an effective offer for psychosis look like?',
  'What does an effective offer for complex emotional needs look like?',
  'What does an effective offer for complex non-psychosis look like?',
  /meet every six weeks to discuss their change ideas and put questions to senior leaders/,
  /plans of the boroughs for the next year begin/,
  /news post of 9 May 2023 and the Improvement Academy’s April newsletter/,
]

/** Unknown facts about it, which must not stand there in any form. */
const unknowns = [
  /not recorded/i,
  /online|in person|Teams call|Zoom|venue/i,
  /\d(am|pm)\b|\d:\d\d|o’clock|midday/,
  /\d+ (people |staff )?(came|attended|voted)/i,
  /nurse|doctor|psycholog(ist|y)|occupational/i,
  /service users? (were|was|came|attended)/i,
  /secret|anonymous|own idea/i,
  /most votes|chose|winner|voted for/i,
  /agreed|answered|board (attended|answered)/i,
  /%|per cent|reduced by|improved by/i,
  /room \d|facilitat/i,
  /undefined|null|NaN/,
]

onBothDatabases('The post about the event of 2023', (database) => {
  test('holds every fact that is known, and nothing else', async (t) => {
    const house = await openHouse(t, { database })
    const { organiser } = await peopleOf(house.store)
    const taken = await takeIn(house.store, readFileSync(file, 'utf8'))
    assert.ok('imported' in taken)
    const { name, email } = (await personById(house.store.db, organiser.id))!
    const member = { network, name, email, role: 'organiser' }
    orThrow(await house.store.dispatch(addMember, member, { actor: operator }))
    const visitor = await house.as(organiser)
    const done = await visitor.submit(paths.reportPublication(nouns))
    assert.equal(done.location, paths.post(nouns))
    const words = wordsOn((await house.visitor().get(paths.post(nouns))).text)
    const post = words.slice(words.indexOf('Adult Psychosocial Spread-a-thon: six'))
    for (const fact of facts)
      assert.ok(
        typeof fact === 'string' ? post.includes(fact) : fact.test(post),
        `${fact} is missing in: ${post}`,
      )
    for (const unknown of unknowns) assert.doesNotMatch(post, unknown)
  })

  test('its records are kept by the organiser of the demonstration', async (t) => {
    const house = await openHouse(t, { database })
    assert.equal(await loadExamples(house.store), true)
    const [keeper, ...others] = await membersOf(house.store.db, network)
    assert.ok(keeper)
    assert.deepEqual([keeper.role, others], ['organiser', []])
    const organisers = (await membersOf(house.store.db, 'demonstration')).filter(
      ({ role }) => role === 'organiser',
    )
    assert.ok(organisers.some(({ person_id }) => person_id === keeper.person_id))
    const visitor = await house.as({ kind: 'person', id: keeper.person_id })
    assert.equal((await visitor.get(paths.editReport(nouns))).status, 200)
  })

  test('each of its links leads to a record', async (t) => {
    const house = await openHouse(t, { database })
    await takeIn(house.store, readFileSync(file, 'utf8'))
    const { draft } = (await writtenOf(house.store.db, nouns, house.store.keyedHash))!
    const ideas = ['assessment-process', 'refugees-in-hotels', 'tree-of-life', 'hub-transformation']
    assert.deepEqual(
      draft.figures.map(({ href }) => href),
      [
        paths.event(nouns),
        paths.network(nouns),
        paths.event(nouns),
        ...[...ideas, 'step-2-from-feedback', 'integrated-step-2'].map((idea) =>
          paths.idea({ network, idea }),
        ),
        paths.pledges(nouns),
        paths.rooms(nouns),
        paths.reviews(nouns),
      ],
    )
  })
})
