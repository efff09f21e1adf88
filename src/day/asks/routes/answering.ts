import { personById } from '../../../before/people/store.ts'
import { dayTyped } from '../../../platform/face/day-field.ts'
import type { RequestContext, Site } from '../../../platform/http/site.ts'
import type { Values } from '../../../platform/form/state.ts'
import { paths } from '../../../paths.ts'
import { answerAsk, answersAsk } from '../commands.ts'
import type { AskView } from '../record.ts'
import { suggestedDay, withoutSuggestions } from '../rules.ts'
import { addressOfAsker, askById } from '../store.ts'
import { asksPage, openAt, waitingAsks } from '../views/asks.ts'
import { readAsks } from './list.ts'

type Visit = RequestContext<{ network: string; ask: string }>

/** The ask after one in the list, of those that somebody may answer: of the same addressee first, then from the top. */
function nextOf(ask: AskView, asks: readonly AskView[]): string | undefined {
  const others = waitingAsks(asks).filter(({ id }) => id !== ask.id)
  const [same] = [
    ...others.filter(({ madeAt, toWhom }) => toWhom === ask.toWhom && madeAt >= ask.madeAt),
    ...others.filter(({ toWhom }) => toWhom === ask.toWhom),
    ...others,
  ]
  return same?.id
}

async function readAnswering(visit: Visit) {
  const { db, nouns, actor, now } = visit
  const list = await readAsks(visit)
  const ask = list?.asks.find((one) => one.id === nouns.ask)
  const row = await askById(db, nouns.network, nouns.ask)
  if (!list || !ask || !row) return undefined
  const latest = list.asks
    .flatMap(({ toWhom, answers }) => (toWhom === ask.toWhom ? answers : []))
    .toSorted((one, other) => other.answeredAt.localeCompare(one.answeredAt))
  const owners = [...new Set(latest.flatMap(({ owner }) => owner ?? []))].slice(0, 20)
  const onBehalf = ask.toWhom === 'board' && !list.board
  const self = actor.kind === 'person' ? await personById(db, actor.id) : undefined
  return {
    list,
    answering: {
      ask,
      onBehalf,
      told: (await addressOfAsker(db, row.asked_by)) !== undefined,
      owners,
      suggested: {
        owner: (onBehalf ? owners[0] : self?.name) ?? '',
        onDay: suggestedDay(ask.neededBy, now),
      },
      next: nextOf(ask, list.asks.filter(list.mayAnswer)),
    },
  }
}

const textIn = (values: Values, name: string) => (typeof values[name] === 'string' ? values[name] : '')

/** The list of all asks with the form of one of them open in it. */
export function answeringRoutes(site: Site): void {
  site.form({
    at: paths.answerAsk,
    who: answersAsk,
    command: answerAsk,
    read: readAnswering,
    stands: ({ answering }) => answering.ask.answers,
    values: ({ answering: { ask, suggested } }) => {
      const [latest] = ask.answers
      return latest ? filled(latest) : suggested
    },
    input: (values, { nouns }) => ({
      ...withoutSuggestions(
        { ...values, onDay: dayTyped(values, 'onDay') },
        { owner: textIn(values, 'suggestedOwner'), onDay: textIn(values, 'suggestedDay') },
      ),
      ...nouns,
    }),
    show: ({ list: { named, ...page }, answering }, form, visit) => ({
      title: 'Answer an ask',
      wide: true,
      crumbs: [{ href: paths.network(visit.nouns), text: named.name }],
      body: asksPage({
        ...page,
        network: visit.nouns.network,
        now: visit.now,
        teamNoun: named.team_noun,
        open: { ...answering, form, sending: visit },
      }),
    }),
    then: (_outcome, { nouns }, values) => {
      const next = textIn(values, 'next')
      return next ? openAt(nouns.network, next) : paths.asks(nouns)
    },
    done: 'Answer sent',
  })
}

const filled = ({ kind, reason, owner, onDay }: AskView['answers'][number]): Values => ({
  kind,
  reason,
  owner: owner ?? '',
  onDay: onDay ?? '',
})
