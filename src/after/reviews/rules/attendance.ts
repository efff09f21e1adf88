/** "4 of 6, 67 %": of those whose coming was recorded. */
export function share(present: readonly number[]): string | undefined {
  if (present.length === 0) return undefined
  const came = present.filter(Boolean).length
  return `${came} of ${present.length}, ${Math.round((100 * came) / present.length)} %`
}
