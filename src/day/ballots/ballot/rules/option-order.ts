const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** First, second and so on; from the eleventh in digits. */
export const ordinal = (place: number): string => ordinals[place - 1] ?? `${place}th`

export const tooMany = (chosen: number, most: number): string =>
  `You have chosen ${chosen} ideas. Choose up to ${most}: take ${chosen - most} away.`

/** A list in order of preference as it is stored, or what is wrong with it, and at which places. */
type Ordered = string[] | { said: string; places: Map<number, string> }

/** No place is left out before another, and no idea stands twice. */
export function inOrder(given: readonly string[]): Ordered {
  const chosen = given.slice(0, given.findLastIndex((choice) => choice !== '') + 1)
  const gap = chosen.indexOf('')
  if (gap !== -1) {
    const said = `You have left your ${ordinal(gap + 1)} choice empty and chosen another after it. Fill each place in turn, from the first.`
    return { said, places: new Map([[gap, said]]) }
  }
  const places = chosenTwice(chosen)
  const [said] = places.values()
  return said === undefined ? chosen : { said, places }
}

/** Each place whose idea stands at another, too. */
function chosenTwice(chosen: readonly string[]): Map<number, string> {
  const places = new Map<number, string>()
  for (const [at, choice] of chosen.entries()) {
    const first = chosen.indexOf(choice)
    const again = chosen.indexOf(choice, at + 1)
    if (first !== at) places.set(at, `This is your ${ordinal(first + 1)} choice, too`)
    else if (again !== -1)
      places.set(
        at,
        `Your ${ordinal(at + 1)} and your ${ordinal(again + 1)} choice are the same idea. Choose each idea once.`,
      )
  }
  return places
}

/** The wrong places of a list, each with its error, so that these are marked and no others. */
export function wrongPlaces(given: readonly string[]): Map<number, string> {
  const ordered = inOrder(given)
  return Array.isArray(ordered) ? new Map() : ordered.places
}
