import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { ballotOf, type TheBallot } from '../../../../../test/ballot.ts'
import { openHouse } from '../../../../../test/house.ts'
import { onBothDatabases } from '../../../../../test/stores.ts'
import { wordsOn, type Visitor } from '../../../../../test/visitor.ts'
import { paths } from '../../../../paths.ts'
import { orThrow } from '../../../../platform/store/store.ts'
import { closeBallot, openBallot, revealBallot } from '../commands/ballots.ts'

/** Every page round a vote, and the messages of its forms when they are sent empty or wrong. */
const pagesOf = ({ at, network, event, of }: TheBallot): string[] => [
  paths.ballots({ network, event }),
  paths.newBallot({ network, event }),
  paths.ballot(at),
  paths.editBallot(at),
  paths.ballotClosure(at),
  paths.vote(at),
  paths.voteDone(at),
  paths.ballotRoll(at),
  paths.ballotPapers(at),
  paths.rollSheet(at),
  paths.paperVote(at),
  paths.handsVote(at),
  paths.teamHands({ ...at, team: 'brent' }),
  paths.newTablet(at),
  paths.tablet(at),
  paths.tabletVote(at),
  `${paths.tabletVote(at)}?voter=${of['brent']![0]!.id}`,
  paths.tabletDone(at),
  paths.teamChoice({ ...at, team: 'brent' }),
  paths.ballotSecrecy({}),
  paths.desk({ network, event }),
  paths.now({ network, event }),
  paths.privacy({}),
  paths.help({}),
  paths.cookies({}),
]

const wrong: [path: (at: TheBallot['at']) => string, values: Record<string, string>][] = [
  [paths.paperVote, { voter: 'Nobody', choice: 'hub' }],
  [paths.voteDone, { secret: 'ABCDEFGHJKMNPQRS' }],
  [paths.vote, { choice: 'nothing' }],
  [(at) => paths.teamHands({ ...at, team: 'brent' }), { 'hands-hub': '9', voters: 'nobody' }],
]

onBothDatabases('The pages round a vote', (database) => {
  test('say vote, voting papers and list of voters, in every state and to everybody', async (t) => {
    const house = await openHouse(t, { database })
    const day = await ballotOf(house.store, { opened: false, perTeam: 1 })
    const { at, of, people } = day
    const visitors: Record<string, Visitor> = {
      stranger: house.visitor(),
      organiser: await house.as(people.organiser),
      lead: await house.as(people.lead),
      voter: await house.as(of['brent']![0]!),
    }
    const said: string[] = []
    let read = 0
    const look = (where: string, text: string) => {
      read += 1
      const words = /(?:\S+ ){0,4}\b(?:ballots?|rolls?)\b.{0,30}/i.exec(wordsOn(text))?.[0]
      if (words) said.push(`${where}: ${words}`)
    }
    for (const step of [undefined, openBallot, closeBallot, revealBallot]) {
      if (step) orThrow(await house.store.dispatch(step, at, { actor: people.organiser }))
      for (const [who, visitor] of Object.entries(visitors)) {
        for (const path of pagesOf(day)) look(`${who} ${path}`, (await visitor.get(path)).text)
        for (const [path, values] of wrong) {
          const page = await visitor.get(path(at))
          if (page.text.includes(`action="${path(at)}"`))
            look(`${who} sends ${path(at)}`, (await visitor.submit(path(at), values)).text)
        }
      }
    }
    equal(said.join('\n'), '')
    equal(read > 400, true)
  })
})
