/** The lines of a text that say something, each once. */
export const linesOf = (text: string | null): string[] => [
  ...new Set(
    (text ?? '')
      .split('\n')
      .map((line) => line.replace(/^[-•*]\s*/, '').trim())
      .filter(Boolean),
  ),
]
