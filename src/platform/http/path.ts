type NounsIn<Pattern extends string> = Pattern extends `${string}:${infer Noun}/${infer Rest}`
  ? Noun | NounsIn<Rest>
  : Pattern extends `${string}:${infer Noun}`
    ? Noun
    : never

export type Nouns<Pattern extends string> = { [Noun in NounsIn<Pattern>]: string }

/** A URL as a function of its nouns, which knows its own pattern. */
export type Path<Pattern extends string = string> = ((nouns: Nouns<Pattern>) => string) & { pattern: Pattern }

export function path<Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const fill = (nouns: Record<string, string>) =>
    pattern.replace(/:([a-z]+)/gi, (_all, noun: string) => {
      const value = nouns[noun]
      if (value === undefined) throw new Error(`${pattern} needs ${noun}`)
      return encodeURIComponent(value)
    })
  return Object.assign(fill as (nouns: Nouns<Pattern>) => string, { pattern })
}
