/** Longer than names are; the rest would be somebody's text in a letter of ours. */
const longest = 50

/** Texts of which mail clients make a link: whole addresses, and names of hosts with a path, a user or without. */
const linkLike = /:\/\/|^(mailto|tel|javascript|data):|[/\\@]|^www\.|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu

/** Full stops of other writing systems, which browsers take for one. */
const stops = /[。．｡․﹒]/gu

/**
 * The name for a letter. A stranger typed it, and chose the address too: it is shortened, it stays on one line, and
 * links in it are left out. 'J.Smith' is no link and stays, as 'J. Smith'.
 */
export function calledIn(name: string): string {
  const words = name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(stops, '.')
    .split(/\s+/)
    .filter((word) => word !== '' && !linkLike.test(word))
    .map((word) => word.replace(/\.(?=[\p{L}\p{N}])/gu, '. '))
    .join(' ')
  return [...words].length > longest
    ? `${[...words]
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : words
}

/** The first line of a letter. */
export function greeting(name: string): string {
  const called = calledIn(name)
  return called ? `Hello ${called}` : 'Hello'
}
