interface Said {
  /** The reason, in a sentence for the person. */
  refused: string
  /** Faults, by field. */
  fields?: Record<string, string>
}

/** An expected "no", in the user's words. Server and phone handle each kind, or the compiler says which is left. */
export type Refusal =
  /** Something stands in its way. */
  | (Said & { kind: 'rule' })
  /** Something is wrong with what was sent, and may be corrected. */
  | (Said & { kind: 'input'; fields: Record<string, string> })
  /** It is not for whoever asks. */
  | (Said & { kind: 'forbidden' })
  /** It may be done after all, when whoever sends it says that it is meant. */
  | (Said & { kind: 'question'; fields: Record<string, string> })
  /** It may be tried again later: in so many seconds. */
  | (Said & { kind: 'wait'; wait: number })
  /** Something secret was guessed, and was not right: it counts against whoever sent it. */
  | (Said & { kind: 'guess'; fields: Record<string, string> })
  /** Somebody else was quicker. */
  | (Said & { kind: 'overtaken' })
  /** Nothing that is corrected now could count: what was sent can only be looked at and thrown away. */
  | (Said & { kind: 'final' })
  /** The earlier answer from the same hand stays as it was; `final` where nothing could change that any more. */
  | (Said & { kind: 'stands'; final: boolean })

export type RefusalKind = Refusal['kind']
export type RefusalOf<Kind extends RefusalKind> = Extract<Refusal, { kind: Kind }>

export function refuse(sentence: string): RefusalOf<'rule'>
export function refuse(sentence: string, field: string | undefined): RefusalOf<'rule'> | RefusalOf<'input'>
export function refuse(sentence: string, field?: string): Refusal {
  return field
    ? { kind: 'input', refused: sentence, fields: { [field]: sentence } }
    : { kind: 'rule', refused: sentence }
}

/** A "no" to a code, or to anything else that only its owner knows. */
export const refuseGuess = (sentence: string, field: string): RefusalOf<'guess'> => ({
  kind: 'guess',
  refused: sentence,
  fields: { [field]: sentence },
})

/** A "no" for good: what it was for is closed or gone. */
export const refuseForGood = (sentence: string): RefusalOf<'final'> => ({ kind: 'final', refused: sentence })

/** A "no" to a second answer on top of an earlier one; `final` where nothing could change that any more. */
export const refuseOnTop = (sentence: string, { final }: { final: boolean }): RefusalOf<'stands'> => ({
  kind: 'stands',
  refused: sentence,
  final,
})

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer

/** A kind that nobody has thought of does not compile. */
export function unhandled(refusal: never): never {
  throw new Error(`Nothing is done about this refusal: ${JSON.stringify(refusal)}`)
}
