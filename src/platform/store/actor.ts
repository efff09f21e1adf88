/** The doer of something: an id of a kind, never a bag of roles, so that roles are never stale. */
export type Actor =
  | { kind: 'public' }
  | { kind: 'person'; id: string }
  | { kind: 'attendee'; network: string; id: string }
  | { kind: 'job'; id: string }
  | { kind: 'operator' }

export const anyone: Actor = { kind: 'public' }
export const operator: Actor = { kind: 'operator' }

/** The actor as one word, for keys and pseudonyms. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'attendee') return `attendee:${actor.network}/${actor.id}`
  return 'id' in actor ? `${actor.kind}:${actor.id}` : actor.kind
}
