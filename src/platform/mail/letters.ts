import type { Letter, LetterKind, OutboxRow, Writing } from './outbox.ts'

/** The letter that a row of the outbox stands for, or nothing when there is nobody to send it to any more. */
export async function letterOf(
  kinds: readonly LetterKind[],
  writing: Writing,
  { kind: name, ids }: Pick<OutboxRow, 'kind' | 'ids'>,
): Promise<Letter | undefined> {
  const kind = kinds.find((one) => one.kind === name)
  if (!kind) throw new Error(`No letter is written for ${name}: list its kind in src/jobs.ts`)
  return kind.write(writing, JSON.parse(ids) as Record<string, string>)
}
