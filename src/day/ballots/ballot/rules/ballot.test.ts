import assert from 'node:assert/strict'
import { test } from 'node:test'
import { methodNames, methodSentence, ownIdeaNames, questionBeside, usualQuestion } from './ballot.ts'

const said: [string, string][] = [
  [methodNames('borough').team, 'Each borough has one vote'],
  [methodSentence({ method: 'team', atMost: null, teamNoun: 'ward' }), 'Each ward has one vote.'],
  [
    ownIdeaNames('borough').apart,
    'People can vote for their own borough’s idea, but those votes are shown beside the result and not added to it',
  ],
  [ownIdeaNames('borough').excluded, 'Nobody can vote for their own borough’s idea'],
]
for (const [says, expected] of said)
  test(`A vote names those who came together as the network does: ${expected}`, () =>
    assert.equal(says, expected))

const asked: [string, string[], string][] = [
  ['the first vote', [], usualQuestion],
  ['a vote beside one that asks something else', ['Which one first?'], usualQuestion],
  ['a vote beside one that asks the same', ['Which one first?', usualQuestion], ''],
]
for (const [name, others, expected] of asked)
  test(`The question that is proposed for ${name}`, () =>
    assert.equal(questionBeside(others.map((question) => ({ question }))), expected))
