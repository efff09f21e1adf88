import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { paths } from '../../src/paths.ts'
import { takeIn } from '../../src/whole/moving/terminal/files.ts'
import { closingAfter, openHouse, type House } from '../house.ts'
import { onBothDatabases } from '../stores.ts'
import { wordsOn } from '../visitor.ts'

const file = new URL('../../examples/adult-psychosocial-2023.yaml', import.meta.url)
const network = 'adult-psychosocial'
const nouns = { network, event: 'spread-a-thon-2023' }
const brent = { network, team: 'brent' }

/** The facts that a newcomer reads of the event of 2023, and those that must not be there because nobody knows them. */
const pages: { at: string; says: string[]; never: RegExp[] }[] = [
  {
    at: paths.screen(nouns),
    says: [
      'Adult Psychosocial Spread-a-thon',
      'Tuesday 18 April 2023',
      'This day is over',
      '75 people signed up',
    ],
    never: [/Next/, /\b0 people/, /Come in/, /code/i],
  },
  {
    at: paths.now(nouns),
    says: ['This day is over', 'What came of it'],
    never: [/Next/, /Join the day/, /Sign up/, /Refresh/],
  },
  { at: paths.programme(nouns), says: ['Not recorded'], never: [/Not started/, /No time yet/] },
  {
    at: paths.asks({ network }),
    says: ['Each borough said what support it needed (18 April 2023). What they asked was not recorded.'],
    never: [/yet/],
  },
  { at: paths.plan(brent), says: ['Not recorded'], never: [/yet/] },
  {
    at: paths.team(brent),
    says: ['Plan not recorded', 'Ask not recorded', 'Answer not recorded', 'The plan Not recorded'],
    never: [/yet/],
  },
  {
    at: paths.thread({ ...brent, idea: 'assessment-process' }),
    says: [
      'Brent brought this idea to the Adult Psychosocial Spread-a-thon of 18 April 2023',
      'Plan not recorded',
    ],
    never: [/Not yet/, /card/],
  },
  {
    at: paths.idea({ network, idea: 'assessment-process' }),
    says: ['Which boroughs reflected on it, chose it or pledged to test it was not recorded'],
    never: [/yet/, /Last changed/],
  },
  {
    at: paths.pledge({ ...nouns, pledge: 'brent' }),
    says: ['Made on 18 April 2023', 'First step Not recorded'],
    never: [/In progress/, /State/],
  },
  {
    at: paths.report(nouns),
    says: ['Draft, made from the records', '75 people signed up', 'Brent: Streamline', 'Six breakout rooms'],
    never: [/not recorded in/i, /Publish/],
  },
  {
    at: paths.event(nouns),
    says: ['Who signed up Staff across', 'the plans that were made of the pledges'],
    never: [/Who came/, /Follow the day/],
  },
  {
    at: paths.idea({ network, idea: 'hub-transformation' }),
    says: ['Hub transformation: step 2 interventions developed to reduce waiting times'],
    never: [],
  },
]

onBothDatabases('What is not known of the event of 2023', (database) => {
  let house: House
  const closing = closingAfter()

  before(async () => {
    house = await openHouse(closing, { database })
    assert.ok('imported' in (await takeIn(house.store, readFileSync(file, 'utf8'))))
  })

  for (const { at, says, never } of pages)
    test(`is not made up on ${at}`, async () => {
      const { status, text } = await house.visitor().get(at)
      assert.equal(status, 200)
      const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text
      const words = wordsOn(main)
      for (const said of says) assert.ok(words.includes(said), `“${said}” is missing in: ${words}`)
      for (const untrue of never) assert.doesNotMatch(words, untrue)
      // The day on which the records came in is no day of the event.
      assert.doesNotMatch(words, /\b20(?!23)\d\d\b/)
    })
})
