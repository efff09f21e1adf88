import { paths } from '../paths.ts'
import type { NavigationItem, NavigationProps } from '../platform/face/header-navigation.ts'

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
    { text: 'Spread', at: paths.spread(at), holds: [paths.measures(at)] },
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
