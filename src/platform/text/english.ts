/** "boroughs" → "Boroughs", where a word that a network chose begins a heading. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** "1 vote", "2 votes", "1,200 votes"; `several` where an s at its end is not enough. */
export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : several}`

/** Words with commas and a last “and”. */
export const listed = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** A number at the start of a sentence: "Four", "No", "12". */
export const opening = (number: number): string => words[number] ?? number.toLocaleString('en-GB')
