import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { ownIdeaInSecond, ownIdeaMeans, secondQuestion } from './second-vote.ts'

const idea = (title: string, team: string) => ({ title, team, teamName: team })
const [tree, hub, step, pain] = [
  idea('Tree', 'Brent'),
  idea('Hub', 'Harrow'),
  idea('Step', 'Hillingdon'),
  idea('Pain', 'Westminster'),
]

const means: [ideas: ReturnType<typeof idea>[], says: string][] = [
  [[tree, hub], 'Brent can choose only “Hub” and Harrow can choose only “Tree”.'],
  [[tree, idea('Garden', 'Brent')], 'Brent cannot vote.'],
  [
    [tree, hub, step],
    'Brent can choose “Hub” or “Step”, Harrow can choose “Tree” or “Step” and Hillingdon can choose “Tree” or “Hub”.',
  ],
  [[tree, hub, step, pain], 'each borough whose idea is in this vote can choose from the 3 others.'],
]
for (const [ideas, says] of means)
  test(`What the rule for own ideas means between ${ideas.length}: ${says}`, () =>
    equal(ownIdeaMeans(ideas, 'borough'), `If nobody can vote for their own borough’s idea, ${says}`))

test('A second vote keeps the rule for own ideas, unless that leaves one choice', () => {
  equal(ownIdeaInSecond('excluded', 2), 'counted')
  equal(ownIdeaInSecond('excluded', 3), 'excluded')
  equal(ownIdeaInSecond('apart', 2), 'apart')
})

test('Each vote after another says which it is', () => {
  const asked = [1, 2, 3, 4, 5].reduce((all) => [...all, secondQuestion(all.at(-1)!)], ['Which?'])
  equal(
    asked.join('; '),
    'Which?; Second vote: Which?; Third vote: Which?; Fourth vote: Which?; Next vote: Which?; Next vote: Which?',
  )
})
