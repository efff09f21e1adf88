import { z } from 'zod'
import { Id } from '../../platform/form/fields.ts'
import { actorKey, type Actor } from '../../platform/store/actor.ts'
import { command, either, policy, refuse, type Refusal } from '../../platform/store/command.ts'
import type { Db, Tx } from '../../platform/store/database.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { membershipsOf } from '../networks/store/networks.ts'
import { insiders, organisers } from '../networks/store/roles.ts'
import { answerFields, commentFields, supportFields } from './record.ts'
import { whyNot } from './rules.ts'
import {
  addCommentRow,
  addSupportRow,
  changeCommentRow,
  commentAt,
  dropSupportRow,
  supportsOf,
  type CommentRow,
} from './store.ts'

type Done = Promise<{ id: string } | Refusal>
interface AtIdea {
  network: string
  idea: string
}

const topic = ({ network }: { network: string }) => `network:${network}`
const OfIdea = { network: Id, idea: Id }
const OfComment = { ...OfIdea, comment: Id }
const goneIdea = refuse('This idea is not there any more')
const gone = refuse('This comment is not there any more')

/** The teams of a network that somebody works in. */
export async function workingIn(db: Db, network: string, actor: Actor): Promise<string[]> {
  if (actor.kind !== 'person') return []
  return (await membershipsOf(db, actor.id)).flatMap(({ network_id, team_id }) =>
    network_id === network && team_id !== null ? [team_id] : [],
  )
}

/** People of other teams than the one that brought the idea: they would be the ones to take it up. */
export const others = policy<AtIdea>('someone of another team', async (db, { network, idea }, actor) => {
  const row = await ideaById(db, network, idea)
  return row !== undefined && (await workingIn(db, network, actor)).some((team) => team !== row.team_id)
})

/** One voice of a person: said twice, it counts once. */
export const supportIdea = command('voices.supportIdea', {
  said: 'has the problem of an idea, too',
  input: z.object({ ...OfIdea, ...supportFields.input }),
  topic,
  who: others,
  async run(tx, { network, idea, ...given }, { id, now, actor }): Done {
    const row = await ideaById(tx, network, idea)
    if (!row) return goneIdea
    const by = actorKey(actor)
    const before = (await supportsOf(tx, network, idea)).find(({ given_by }) => given_by === by)
    if (before) await dropSupportRow(tx, before)
    const team = (await workingIn(tx, network, actor)).find((one) => one !== row.team_id)!
    const support = before?.id ?? id()
    await addSupportRow(tx, {
      network_id: network,
      id: support,
      idea_id: idea,
      team_id: team,
      ...supportFields.columns(given),
      given_at: now,
      given_by: by,
    })
    return { id: support }
  },
})

export const withdrawSupport = command('voices.withdrawSupport', {
  said: 'no longer has the problem of an idea',
  input: z.object(OfIdea),
  topic,
  who: others,
  async run(tx, { network, idea }, { actor }): Done {
    const own = (await supportsOf(tx, network, idea)).find(({ given_by }) => given_by === actorKey(actor))
    if (own) await dropSupportRow(tx, own)
    return { id: idea }
  },
})

export const commentOnIdea = command('voices.commentOnIdea', {
  said: 'asked or said something on an idea',
  input: z.object({ ...OfIdea, ...commentFields.input }),
  topic,
  who: insiders,
  async run(tx, { network, idea, ...given }, { id, now, actor }): Done {
    if (!(await ideaById(tx, network, idea))) return goneIdea
    const comment = id()
    await addCommentRow(tx, {
      network_id: network,
      id: comment,
      idea_id: idea,
      team_id: (await workingIn(tx, network, actor))[0] ?? null,
      ...commentFields.columns(given),
      said_at: now,
      said_by: actorKey(actor),
    })
    return { id: comment }
  },
})

const changed = async (
  tx: Tx,
  doing: Parameters<typeof whyNot>[0],
  at: AtIdea & { comment: string },
  change: Partial<CommentRow>,
): Done => {
  const row = await commentAt(tx, at)
  if (!row) return gone
  const why = whyNot(doing, row)
  if (why) return refuse(why)
  await changeCommentRow(tx, row, change)
  return { id: row.id }
}

/** The team of the idea answers; a second answer takes the place of the first. */
export const answerComment = command('voices.answerComment', {
  said: 'answered a comment on an idea',
  input: z.object({ ...OfComment, ...answerFields.input }),
  topic,
  who: ideaKeepers,
  run: (tx, { network, idea, comment, ...given }, { now, actor }): Done =>
    changed(
      tx,
      'answer',
      { network, idea, comment },
      { ...answerFields.columns(given), answered_at: now, answered_by: actorKey(actor) },
    ),
})

/** The one who said it, and organisers: the team of an idea cannot silence others. */
export const itsSayers = either(
  policy<AtIdea & { comment: string }>(
    'whoever said it',
    async (db, at, actor) => (await commentAt(db, at))?.said_by === actorKey(actor),
  ),
  organisers,
)

export const removeComment = command('voices.removeComment', {
  said: 'removed a comment on an idea',
  input: z.object(OfComment),
  topic,
  who: itsSayers,
  run: (tx, at, { now }): Done => changed(tx, 'remove', at, { removed_at: now }),
})

export const restoreComment = command('voices.restoreComment', {
  said: 'put a comment on an idea back',
  input: z.object(OfComment),
  topic,
  who: itsSayers,
  run: (tx, at): Done => changed(tx, 'restore', at, { removed_at: null }),
})

export const voiceCommands = [
  supportIdea,
  withdrawSupport,
  commentOnIdea,
  answerComment,
  removeComment,
  restoreComment,
]
