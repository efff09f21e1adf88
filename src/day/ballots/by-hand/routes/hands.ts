import { teamById } from '../../../../before/networks/store/networks.ts'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { valueOf, type Values } from '../../../../platform/form/state.ts'
import type { Site } from '../../../../platform/http/site.ts'
import { paths } from '../../../../paths.ts'
import { newSecret } from '../../voting/commands/casting.ts'
import { recordHands } from '../commands/recording.ts'
import { mayRaiseHand } from '../rules/hands.ts'
import { handsPage, teamHandsPage } from '../views/hands.ts'
import { ballotAndRoll } from './recording.ts'

/** A form has a field for each idea; a program sends them together. */
export const handsIn = (values: Values): unknown =>
  values['hands'] ??
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith('hands-') ? [[name.slice('hands-'.length), value]] : [],
    ),
  )

export function hands(site: Site): void {
  site.page({
    at: paths.handsVote,
    who: organisers,
    read: ({ db, nouns }) => ballotAndRoll(db, nouns),
    show: (page, { nouns }) => ({
      title: 'Put down a show of hands',
      back: { href: paths.ballot(nouns), text: 'Back to the vote' },
      body: handsPage({ ...page, at: nouns }),
    }),
  })

  site.form({
    at: paths.teamHands,
    who: organisers,
    command: recordHands,
    input: (values, { nouns, url }) => ({
      ...values,
      ...nouns,
      hands: handsIn(values),
      // A form in which nobody is ticked says so; a program may leave it to us.
      voters: values['voters'] ?? (url.startsWith('/api/') ? undefined : []),
    }),
    async read({ db, nouns }) {
      const team = await teamById(db, nouns.network, nouns.team)
      const page = team && (await ballotAndRoll(db, nouns))
      return page && { ...page, teamName: team.name }
    },
    values: ({ roll }, { nouns }) => ({
      voters: roll.filter((one) => one.team === nouns.team && mayRaiseHand(one)).map(({ voter }) => voter),
    }),
    show: (page, form, visit) => ({
      title: 'Put down a show of hands',
      back: { href: paths.handsVote(visit.nouns), text: 'All teams' },
      body: teamHandsPage({
        ...page,
        at: visit.nouns,
        team: visit.nouns.team,
        secret: valueOf(form, 'secret') || newSecret(),
        form,
        sending: visit,
      }),
    }),
    then: (_outcome, { nouns }) => paths.handsVote(nouns),
    done: 'Hands saved',
  })
}
