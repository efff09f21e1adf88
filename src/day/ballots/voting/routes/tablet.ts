import { teamById } from '../../../../before/networks/store/networks.ts'
import { organisers } from '../../../../before/networks/store/roles.ts'
import { grouped, normaliseCode } from '../../../../platform/auth/codes.ts'
import { sessionId } from '../../../../platform/auth/sessions.ts'
import { everyone } from '../../../../platform/store/command.ts'
import { emptyForm, valueOf } from '../../../../platform/form/state.ts'
import type { Content, Site, RequestContext } from '../../../../platform/http/site.ts'
import { sessionOfSending } from '../../../../platform/http/request-context.ts'
import { paths } from '../../../../paths.ts'
import { newSecret } from '../commands/casting.ts'
import { endTablet, lenders, startTablet, voteOnTablet } from '../commands/tablets.ts'
import { ballotShown } from '../../counting/store/results.ts'
import { tabletById, tabletsOf } from '../store/tablets.ts'
import { teamLedBy, type BallotNouns } from '../store/voting.ts'
import { lendPage, noTabletPage, tabletDonePage, tabletPage, tabletVotePage } from '../views/tablet.ts'
import { ballotAndRoll } from '../../by-hand/routes/recording.ts'

type At = RequestContext<BallotNouns>

const cookie = 'tablet'
const keptSeconds = 12 * 3600

/** So long somebody may take to write down a receipt code, and to make up their mind. */
const doneSeconds = 30
const votingSeconds = 240

/** The ballot and the roll as this device may show them; nothing where it is no tablet of the ballot. */
async function tabletHere(visit: At) {
  const { db, nouns } = visit
  const page = await ballotAndRoll(db, nouns)
  if (!page) return undefined
  const key = visit.keeps(cookie) ?? ''
  const tablet = await tabletById(db, nouns.network, nouns.ballot, sessionId(key))
  const roll = page.roll.filter(({ team }) => !tablet?.team_id || team === tablet.team_id)
  return { ...page, roll: tablet ? roll : [], lent: tablet !== undefined }
}

/** Nothing of it leads away from voting, as long as people vote on the device. */
const content = (visit: At, body: Content['body'], seconds?: number): Content => ({
  title: 'Vote',
  phone: true,
  bare: 'shared',
  body,
  ...(seconds && { returns: { to: paths.tablet(visit.nouns), afterSeconds: seconds } }),
})

const notLent = ({ nouns }: At): Content => ({ title: 'Vote', phone: true, body: noTabletPage(nouns) })

export function tablets(site: Site): void {
  lending(site)
  site.page({
    at: paths.tablet,
    who: everyone,
    read: tabletHere,
    show: ({ lent, ...page }, visit) => {
      if (!lent) return notLent(visit)
      const { team } = visit.query
      return content(visit, tabletPage({ ...page, at: visit.nouns, team }), team ? votingSeconds : undefined)
    },
  })

  site.form({
    at: paths.tabletVote,
    who: everyone,
    command: voteOnTablet,
    code: 'code',
    pageOnly: true,
    input: (values, visit) => ({ ...values, ...visit.nouns, key: visit.keeps(cookie) ?? '' }),
    read: tabletHere,
    show: ({ lent, ...page }, form, visit) => {
      if (!lent) return notLent(visit)
      const chosen = visit.query['voter'] || valueOf(form, 'voter')
      const voter = page.roll.find((one) => one.voter === chosen)
      const secret = valueOf(form, 'secret') || newSecret()
      const props = { ...page, at: visit.nouns, voter, secret, form, sending: visit }
      return content(visit, tabletVotePage(props), votingSeconds)
    },
    then: (_outcome, visit, values) => {
      const groups = grouped(normaliseCode(valueOf(emptyForm(values), 'secret'))).split(' ')
      // On a narrow device the code takes two lines of the same length.
      const half = Math.ceil(groups.length / 2)
      const code = [groups.slice(0, half), groups.slice(half)].map((part) => part.join('\u00a0')).join(' ')
      return { to: paths.tabletDone(visit.nouns), flash: `Your vote is counted. Its receipt code is ${code}` }
    },
  })

  site.page({
    at: paths.tabletDone,
    who: everyone,
    read: ({ db, nouns }) => ballotShown(db, nouns.network, nouns.event, nouns.ballot),
    show: (_shown, visit) => content(visit, tabletDonePage(visit.nouns, doneSeconds), doneSeconds),
  })
}

function lending(site: Site): void {
  site.form({
    at: paths.newTablet,
    who: lenders,
    command: startTablet,
    pageOnly: true,
    input: (_values, visit) => ({
      ...visit.nouns,
      key: sessionOfSending(visit).token,
      ...(visit.session && { session: visit.session.id }),
    }),
    async read({ db, nouns, actor }) {
      const shown = await ballotShown(db, nouns.network, nouns.event, nouns.ballot)
      if (!shown) return undefined
      const all = await organisers.allows(db, nouns, actor)
      const team = all ? undefined : await teamLedBy(db, nouns.network, actor)
      const name = async (id: string | null | undefined) =>
        id ? (await teamById(db, nouns.network, id))?.name : undefined
      const running = (await tabletsOf(db, nouns.network, nouns.ballot)).filter(
        (one) => all || one.team_id === team,
      )
      return {
        shown,
        teamName: await name(team),
        running: await Promise.all(
          running.map(async (one) => ({
            id: one.id,
            teamName: await name(one.team_id),
            startedAt: one.started_at,
          })),
        ),
      }
    },
    show: (page, _form, visit) => ({
      title: 'Let people vote on this device',
      back: { href: paths.ballot(visit.nouns), text: 'Back to the vote' },
      body: lendPage({ ...page, at: visit.nouns, sending: visit }),
    }),
    then: (_outcome, visit) => ({
      to: paths.tablet(visit.nouns),
      session: 'ended',
      keep: {
        name: cookie,
        value: sessionOfSending(visit).token,
        path: paths.ballot(visit.nouns),
        maxAgeSeconds: keptSeconds,
      },
    }),
  })

  site.button({
    at: paths.tabletEnd,
    command: endTablet,
    then: (_outcome, { nouns }) => paths.newTablet(nouns),
    back: ({ nouns }) => paths.newTablet(nouns),
    done: 'Nobody can vote on that device any more',
  })
}
