import { paths } from '../paths.ts'
import type { NavigationItem, NavigationProps } from '../platform/face/header-navigation.ts'
import type { Html } from '../platform/face/html.ts'
import { pills } from '../platform/face/pills.ts'

interface Place {
  text: string
  at: string
  /** Addresses below which the pages belong to it, too. */
  holds?: readonly string[]
}

/** The places of a network: those that everyone has, and what organisers set up. */
function placesOf(network: string, organising: boolean): Place[] {
  const at = { network }
  const whole = paths.network(at)
  return [
    { text: 'Overview', at: whole },
    { text: 'Ideas', at: paths.ideas(at) },
    { text: 'Teams', at: paths.teams(at), holds: [`${whole}/thread`, paths.plans(at)] },
    { text: 'Events', at: paths.events(at) },
    { text: 'Asks', at: paths.asks(at) },
    { text: 'Meetings', at: paths.reviews(at) },
    { text: 'Spread', at: paths.spread(at), holds: spreadParts(network).map(({ at: part }) => part) },
    ...(organising
      ? [
          {
            text: 'Set up',
            at: paths.setUp(at),
            holds: [
              paths.editNetwork(at),
              paths.people(at),
              paths.activity(at),
              paths.networkFile(at),
              paths.removed(at),
            ],
          },
        ]
      : []),
    { text: 'Search', at: paths.search(at) },
  ]
}

/** The parts of what has become of the ideas, each a page. */
function spreadParts(network: string): Place[] {
  const at = { network }
  return [
    { text: 'Who has taken up what', at: paths.spread(at) },
    { text: 'Tests', at: paths.cycles(at) },
    { text: 'Measures', at: paths.measures(at) },
    { text: 'Packages', at: paths.packages(at) },
    { text: 'Updates', at: paths.updates(at) },
    { text: 'How a change spreads', at: paths.approach(at) },
  ]
}

/** The way between these parts, on their own pages and on no others. */
export function spreadPills(network: string, url: string): Html | undefined {
  const here = url.split('?')[0]!
  const parts = spreadParts(network)
  if (!parts.some(({ at }) => at === here)) return undefined
  const items = parts.map(({ text, at }) => ({ text, href: at, current: at === here }))
  return pills({ label: 'Spread', items })
}

/** The places before those of organisers and the search, which stand apart. */
const standing = 7

const isBelow = (address: string, place: string) => address === place || address.startsWith(`${place}/`)

/** The way through a network, always there; `url` says where one is. */
export function navigationOf(network: string, url: string, organising: boolean): NavigationProps {
  const here = url.split('?')[0]!
  const places = placesOf(network, organising)
  const [overview, ...others] = places
  const current =
    here === overview!.at
      ? overview
      : others.find(({ at, holds = [] }) => [at, ...holds].some((place) => isBelow(here, place)))
  const apart = places[standing]
  return {
    ariaLabel: 'Network',
    classes: 'app-navigation',
    items: places.map((place): NavigationItem => ({
      text: place.text,
      href: place.at,
      ...(place === current && { [here === place.at ? 'current' : 'active']: true }),
      ...(place === apart && { classes: 'app-apart' }),
    })),
  }
}
