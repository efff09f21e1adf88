import { eventById } from '../../../../before/events/store.ts'
import { ideasOf } from '../../../../before/ideas/store.ts'
import { networkById, teamsOf } from '../../../../before/networks/store/networks.ts'
import { organisers } from '../../../../before/networks/store/roles.ts'
import type { Db } from '../../../../platform/store/database.ts'
import type { Site } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { editBallot, makeBallot } from '../commands/ballots.ts'
import { methods, ownIdeaRules, questionBeside } from '../rules/ballot.ts'
import { ballotById, ballotsOf, optionsOf } from '../store/ballots.ts'
import { ballotForm } from '../views/ballot-form.ts'

/** The ideas for a new vote, and the network's word for a team. */
async function ideasToChoose(db: Db, network: string) {
  const names = new Map((await teamsOf(db, network)).map((team) => [team.id, team.name]))
  const teamNoun = (await networkById(db, network))!.team_noun
  const ideas = (await ideasOf(db, network)).map(({ id: idea, title, team_id }) => ({
    idea,
    title,
    teamName: names.get(team_id)!,
  }))
  return { ideas, teamNoun }
}

/** Making a ballot, and changing it until it opens. */
export function making(site: Site): void {
  site.form({
    at: paths.newBallot,
    who: organisers,
    command: makeBallot,
    async read({ db, nouns }) {
      if (!(await eventById(db, nouns.network, nouns.event))) return undefined
      const others = await ballotsOf(db, nouns.network, nouns.event)
      const question = questionBeside(others)
      return { question, ...(await ideasToChoose(db, nouns.network)) }
    },
    values: ({ ideas, question }) => ({
      question,
      method: methods[0],
      atMost: '2',
      ownIdea: ownIdeaRules[0],
      ideas: ideas.map(({ idea }) => idea),
    }),
    show: ({ ideas, teamNoun }, form, visit) => ({
      title: 'Prepare a vote',
      back: { href: paths.ballots(visit.nouns), text: 'Votes' },
      body: ballotForm({
        title: 'Prepare a vote',
        action: paths.newBallot(visit.nouns),
        submit: 'Prepare the vote',
        ideas,
        teamNoun,
        form,
        sending: visit,
      }),
    }),
    then: ({ id: ballot }, { nouns }) => paths.ballot({ ...nouns, ballot }),
    done: 'The vote is prepared. Open it when voting begins.',
  })

  site.form({
    at: paths.editBallot,
    who: organisers,
    command: editBallot,
    async read({ db, nouns }) {
      const ballot = await ballotById(db, nouns.network, nouns.ballot)
      if (ballot?.event_id !== nouns.event) return undefined
      const chosen = (await optionsOf(db, nouns.network, nouns.ballot)).map((one) => one.idea_id)
      return { ballot, chosen, ...(await ideasToChoose(db, nouns.network)) }
    },
    stands: true,
    values: ({ ballot, chosen }) => ({
      question: ballot.question,
      method: ballot.method,
      atMost: String(ballot.at_most ?? 2),
      ownIdea: ballot.own_idea,
      ideas: chosen,
    }),
    show: ({ ideas, teamNoun }, form, visit) => ({
      title: 'Change the vote',
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: ballotForm({
        title: 'Change the vote',
        action: paths.editBallot(visit.nouns),
        submit: 'Save',
        ideas,
        teamNoun,
        form,
        sending: visit,
      }),
    }),
    then: (_outcome, { nouns }) => paths.ballot(nouns),
    done: 'Changes saved',
  })
}
