import { api } from './command-endpoint.ts'

/** Leads an address that has moved to where it is now, as a page and as JSON: what was sent to it is done there. */
export function leadOn(moved: Record<string, string>): (url: string) => string {
  const known = Object.entries(moved).map(([from, to]) => ({
    was: new RegExp(`^(${api})?${from.replaceAll(/:(\w+)/g, '(?<$1>[^/?]+)')}/?(?=\\?|$)`),
    to,
  }))
  return (url) => {
    for (const { was, to } of known) {
      const found = was.exec(url)
      if (!found) continue
      const now = to.replaceAll(/:(\w+)/g, (_all, noun: string) => found.groups![noun]!)
      return (found[1] ?? '') + now + url.slice(found[0].length)
    }
    return url
  }
}
