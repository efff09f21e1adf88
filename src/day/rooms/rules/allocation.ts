/** Somebody to be placed: with a team or none, and perhaps a service user or carer representative. */
export interface Guest {
  id: string
  team: string | null
  representative: boolean
}

export interface RoomToFill {
  id: string
  /** The number that stays in this room whatever is dealt: its facilitator and scribe, and people who are not moved. */
  staying: number
}

interface Seat {
  team: string
  part: string
  room: number | undefined
}

/** The seat of a group in each room: at most one, so that a whole round of the group fills every room. */
type Rounds = Map<string, (Seat | undefined)[]>

/**
 * Deals guests to rooms so that the rooms' sizes differ by at most one, and so do the members of each team,
 * the representatives, and the others. Each guest is an edge between a round of their team and a round of
 * their part (representatives or not); rooms are its colours, and a colour is met once at each end. In such a
 * graph two colours can be exchanged along a path without harm, which is how room is made and sizes are
 * evened. The same guests and rooms are always dealt alike.
 */
export function deal(guests: readonly Guest[], rooms: readonly RoomToFill[]): Map<string, string> {
  if (rooms.length === 0) return new Map()
  const many = rooms.length
  const rounds: Rounds = new Map()
  const sorted = guests.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const seats = seatsOf(sorted, many)
  for (const seat of seats) sit(rounds, seat, many)
  even(rounds, seats, many)
  const order = fullestFirst(seats, rooms)
  return new Map(sorted.map((guest, at) => [guest.id, order[seats[at]!.room!]!]))
}

/** Each member of a group belongs to a round of it, as long as there are rooms. */
function seatsOf(guests: readonly Guest[], many: number): Seat[] {
  const counted = new Map<string, number>()
  const roundOf = (group: string) => {
    const before = counted.get(group) ?? 0
    counted.set(group, before + 1)
    return `${group} ${Math.floor(before / many)}`
  }
  return guests.map((guest) => ({
    team: roundOf(`team ${guest.team ?? ''}`),
    part: roundOf(guest.representative ? 'representatives' : 'others'),
    room: undefined,
  }))
}

function roomsOf(rounds: Rounds, round: string): (Seat | undefined)[] {
  const found = rounds.get(round) ?? []
  rounds.set(round, found)
  return found
}

function firstFree(rounds: Rounds, round: string, many: number): number {
  const taken = roomsOf(rounds, round)
  for (let room = 0; room < many; room += 1) if (!taken[room]) return room
  throw new Error('A round has no more seats than there are rooms')
}

function put(rounds: Rounds, seat: Seat, room: number): void {
  seat.room = room
  roomsOf(rounds, seat.team)[room] = seat
  roomsOf(rounds, seat.part)[room] = seat
}

/** Gives a seat a room that is free for its team's round, making it free for its part's round if need be. */
function sit(rounds: Rounds, seat: Seat, many: number): void {
  const room = firstFree(rounds, seat.team, many)
  const other = firstFree(rounds, seat.part, many)
  if (room !== other) exchange(rounds, pathFrom(rounds, seat.part, room, other), room, other)
  put(rounds, seat, room)
}

/** The seats that alternate between two rooms from a round on. A path never comes back: its two ends differ in kind. */
function pathFrom(rounds: Rounds, start: string, first: number, second: number): Seat[] {
  const path: Seat[] = []
  let [round, room] = [start, first]
  for (;;) {
    const seat = roomsOf(rounds, round)[room]
    if (!seat) return path
    path.push(seat)
    round = seat.team === round ? seat.part : seat.team
    room = room === first ? second : first
  }
}

function exchange(rounds: Rounds, path: readonly Seat[], one: number, other: number): void {
  for (const seat of path) {
    roomsOf(rounds, seat.team)[seat.room!] = undefined
    roomsOf(rounds, seat.part)[seat.room!] = undefined
  }
  for (const seat of path) put(rounds, seat, seat.room === one ? other : one)
}

/** While one room has two more than another, a path with one seat more in the fuller is exchanged. */
function even(rounds: Rounds, seats: readonly Seat[], many: number): void {
  for (;;) {
    const sizes = sizesOf(seats, many)
    const full = sizes.indexOf(Math.max(...sizes))
    const empty = sizes.indexOf(Math.min(...sizes))
    if (sizes[full]! - sizes[empty]! < 2) return
    const ends = [...rounds].filter(([, taken]) => taken[full] && !taken[empty])
    const paths = ends.map(([round]) => pathFrom(rounds, round, full, empty))
    exchange(
      rounds,
      paths.find((path) => path.length % 2 === 1)!,
      full,
      empty,
    )
  }
}

function sizesOf(seats: readonly Seat[], many: number): number[] {
  const sizes = Array.from({ length: many }, () => 0)
  for (const { room } of seats) sizes[room!]! += 1
  return sizes
}

/** The larger hands go to the rooms where fewest stay already. */
function fullestFirst(seats: readonly Seat[], rooms: readonly RoomToFill[]): string[] {
  const sizes = sizesOf(seats, rooms.length)
  const hands = sizes.map((_, hand) => hand).sort((one, other) => sizes[other]! - sizes[one]! || one - other)
  const byNeed = rooms
    .map((room, at) => ({ room, at }))
    .sort((a, b) => a.room.staying - b.room.staying || a.at - b.at)
  const order: string[] = []
  hands.forEach((hand, at) => {
    order[hand] = byNeed[at]!.room.id
  })
  return order
}

export interface RoomSoFar {
  id: string
  teams: (string | null)[]
}

/** The room for a latecomer: the smallest, and among those the one with fewest of the team. */
export function roomForOne(team: string | null, rooms: readonly RoomSoFar[]): string | undefined {
  const ofTeam = (room: RoomSoFar) => (team === null ? 0 : room.teams.filter((one) => one === team).length)
  const best = rooms.toSorted(
    (one, other) => one.teams.length - other.teams.length || ofTeam(one) - ofTeam(other),
  )
  return best[0]?.id
}
